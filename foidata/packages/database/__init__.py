"""Databases: a dataset as one SQLite file, a table for each table of the data package, and back.

Beside those stand `dataset`, one row of what is said of the whole, `texts`, the letters, and the lists of codes.
"""

TEXTS = "texts"
"""The table of the texts of letters."""
