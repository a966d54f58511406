"""What a person looks at: tables, pages, rows under each other, never wider than the screen."""
