"""Rules about consistency: what one part of a response or dataset says and another part denies."""
