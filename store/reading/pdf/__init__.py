"""PDF files: characters with their places become rows, rows become columns and zones, and those text and marks."""
