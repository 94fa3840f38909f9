"""A snapshot of the memory of a started Python, so that readers' browsers need not start it again."""
