"""The same jobs done with other tools, as a careful user of theirs would."""
