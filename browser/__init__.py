"""Builds the Python runtime that readers download, and measures it against stock Pyodide."""
