"""Makes Python's standard library smaller: only modules that are needed, compiled, some replaced."""
