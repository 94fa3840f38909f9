"""Measures what a reader waits for, and whether the bars are met: `python -m browser.bench`."""
