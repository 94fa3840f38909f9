"""The memory of a Python that has started, so that readers' browsers need not start it again."""
