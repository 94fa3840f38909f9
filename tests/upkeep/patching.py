"""Diffs as they stand in our instructions, carried out."""


def patched(text: str, diff: str) -> str:
    """A text in which the lines that a diff takes away, or keeps, make way for those that it keeps, or adds."""
    lines = diff.splitlines(keepends=True)
    old, new = ("".join(line[1:] for line in lines if line[0] != other) for other in "+-")
    assert text.count(old) == 1, f"these lines should be there once:\n{old}"
    return text.replace(old, new)
