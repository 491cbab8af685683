"""The standard → `schema/`: what other programs read to follow it."""
