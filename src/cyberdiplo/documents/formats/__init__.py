"""Formats of documents: a reader each."""
