"""One record in full, where it is written, and everything there is."""
