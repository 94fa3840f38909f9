"""Whether white text can be read on a colour: its contrast, by the formula of WCAG 2.2."""

LEAST = 4.5
"""The least contrast of text with its background: success criterion 1.4.3."""


def contrast_with_white(red: int, green: int, blue: int) -> float:
    """The contrast of a colour, each part of it from 0 to 255, with white: from 1 to 21."""
    return 1.05 / (0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue) + 0.05)


def _linear(part: int) -> float:
    """A part of a colour as light, from 0 to 1."""
    share = part / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
