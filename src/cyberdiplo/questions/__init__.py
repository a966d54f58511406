"""The way out: the catalogue of questions, their .sql files, and how they are answered."""
