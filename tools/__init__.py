"""The project's command-line tools and helpers for dated figures.

A tool is run as `python -m tools.NAME`; the Makefile runs most of them.
"""
