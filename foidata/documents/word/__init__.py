"""What Word draws of a document but does not store with its words: numbers, spacing, what styles hide."""
