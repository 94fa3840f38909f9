"""Commands that prepare the built site for a host: response headers, and compressed copies of files."""
