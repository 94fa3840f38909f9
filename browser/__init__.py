"""Build the Python runtime that readers download, and measure it against stock Pyodide."""
