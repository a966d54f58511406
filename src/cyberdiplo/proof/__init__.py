"""Texts against rows: passages of documents, anchors, and what is probably wrong with a row."""
