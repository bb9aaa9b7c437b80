"""What a user writes to the documents: tags and notes, kept in files that a person can read and merge."""
