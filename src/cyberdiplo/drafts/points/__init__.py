"""Points of a text: one sentence each, with its figures, dates, symbols and stance."""
