"""Rules about evidence: whether values rest on the words they were read from."""
