"""In and out: the opening workbook and its take-back, and everything in open formats."""
