"""How words are compared: names, places in a document, printed text."""
