"""Posts and employers, as they are printed beside a name."""
