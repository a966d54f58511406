"""The genres of documents: a reader each, and what every document has, a head, a sitting, rows, an end."""
