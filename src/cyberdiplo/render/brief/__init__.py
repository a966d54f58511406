"""A brief as text or file: one writer a format."""
