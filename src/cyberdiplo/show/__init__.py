"""A result as text, file or picture: one writer a format."""
