"""Readers of documents: they propose seed rows, each with its place and its doubts, and never write the database.

A genre (``genres.py``) reads the passages of a document by rules of that sort of text, never of one file. It invents
nobody: a person is somebody whom the text introduces by name, and a post is that person's only where the text or the
footnote at the name says so. What a person has to write, such as a summary, is left to be written.
"""
