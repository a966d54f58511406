"""What a document is made of: numbered places, titles, speakers, languages."""
