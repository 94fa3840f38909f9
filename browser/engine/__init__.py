"""Pyodide's engine (its WebAssembly module): without unused exports, and split in two halves."""
