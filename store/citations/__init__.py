"""What a document cites: numbers and symbols found in its text and resolved to documents."""
