"""Commands that the Makefile runs: blank documents, the contract for scripts, licences, and checking links."""
