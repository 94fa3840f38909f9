"""Python's standard library as readers need it."""
