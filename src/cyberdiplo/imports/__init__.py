"""Official data and plain tables in: each importer makes seed rows of files, which the loader takes or refuses."""
