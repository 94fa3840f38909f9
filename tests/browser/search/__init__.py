"""What staff type in the search, and what they should find."""
