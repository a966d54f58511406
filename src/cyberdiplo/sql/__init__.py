"""Anybody's own SQL: read as it was typed, run so that it can only read."""
