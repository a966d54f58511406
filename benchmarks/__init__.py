"""How long it takes and how much memory: the project and its peers in turn, in one run."""
