"""Rules about the file and its container: what keeps it from being read as data."""
