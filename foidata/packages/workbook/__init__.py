"""Workbooks: a dataset as sheets that a person can fill in, and sheets as a dataset.

The sheets are the tables of the data package, with what a person has no need of hidden or left out.
"""
