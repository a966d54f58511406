"""The way out: catalogue of questions, their .sql files, free SQL, search."""
