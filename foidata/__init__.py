"""foidata."""
