"""Rules about privacy: words that point to a person."""
