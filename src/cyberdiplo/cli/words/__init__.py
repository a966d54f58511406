"""Words of the command line: options, names, completion, and how they become calls."""
