"""The whole database as files, and their description."""
