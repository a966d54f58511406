"""People as documents introduce them, list them and let them speak."""
