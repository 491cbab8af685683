"""Rules about publishing: what a dataset needs before others use it."""
