"""Calculations for a municipality that hires a verbindingsambassadeur: budget, duration and realistic targets.

The same package runs when the site is built and, in Pyodide, in the reader's browser. It knows no page, network or
clock. Dutch terms of the field have one English name here; see GLOSSARY.md beside this file.
"""
