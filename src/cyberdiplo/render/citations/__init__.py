"""Where something is written, for readers and for programs that keep bibliographies."""
