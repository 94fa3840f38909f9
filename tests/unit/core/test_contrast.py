"""Contrast with white, beside values that anybody can look up."""

import pytest

from calculators.core.contrast import contrast_with_white


@pytest.mark.parametrize(
    ("colour", "contrast"),
    [("ffffff", 1), ("000000", 21), ("767676", 4.54), ("ff0000", 4.0), ("00ff00", 1.37), ("0000ff", 8.59)],
)
def test_contrast_is_that_of_wcag(colour: str, contrast: float) -> None:
    """Grey 767676 is the lightest that passes with white; the three pure colours weigh differently."""
    assert contrast_with_white(*bytes.fromhex(colour)) == pytest.approx(contrast, abs=0.01)
