"""Books in and out: journals of other programs, and everything in open formats."""
