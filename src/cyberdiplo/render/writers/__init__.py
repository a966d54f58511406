"""Files of an answer: one writer a format."""
