"""Bytes → Document: the letter as one unchanging text."""
