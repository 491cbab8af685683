"""Document → Response: what a letter says, and what it means, with the words that each value was read from."""
