"""States that speak, second, stand in lists or are spoken for, without a person who is named."""
