"""The way in of documents: a file as passages, each with the place at which the document itself has it."""
