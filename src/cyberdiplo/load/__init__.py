"""The way in: read seed files, check them, resolve names, load, remove."""
