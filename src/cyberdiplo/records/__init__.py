"""One record whole, where it is written, and everything there is."""
