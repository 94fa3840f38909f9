"""Pyodide's engine, smaller at first: without names that nobody uses, and in two halves."""
