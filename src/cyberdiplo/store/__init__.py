"""Open a database: read-only to ask, read-write to build; migrate; back up."""
