"""Forms, results and charts as HTML: the same code writes them when the site is built and in the browser."""
