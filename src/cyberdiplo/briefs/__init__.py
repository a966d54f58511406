"""A page to hand over: what the database has on a selection, gathered, each sentence with its place."""
