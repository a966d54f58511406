"""The way in: read files, check them, resolve names, load; documents too."""
