"""What may be written: the entities, codes and reference lists of the standard. Knows nothing else of ours."""
