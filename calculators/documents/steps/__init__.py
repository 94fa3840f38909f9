"""The documents that the steps promise, beside the note for the body that decides: each blank and filled in.

They share their form: what is asked stands above it in small print, and a blank one leaves room to write by hand.
"""
