"""Rules about shape: values that the standard does not allow where they stand."""
