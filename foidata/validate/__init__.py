"""Dataset → Report: walk a dataset once, run the rules, place each finding."""
