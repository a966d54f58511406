"""Full text over everything, ranked."""
