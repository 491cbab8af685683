"""Rules about authority and law: codes of the reference lists, and what the lists say of them."""
