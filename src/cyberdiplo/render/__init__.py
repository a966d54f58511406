"""An answer as text or file: one writer a format."""
