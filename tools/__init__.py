"""Commands that the Makefile runs: blank documents and links."""
