"""Rules about quality and review: what a person should still look at."""
