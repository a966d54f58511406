"""What the database is: tables by area, views, vocabulary."""
