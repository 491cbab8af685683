"""Finders: each finds one kind of value in a stretch of text, and says where it stands.

A finder knows nothing of questions. It takes a Span and gives values with the spans they were read from; where it is
not sure, it gives nothing.
"""
