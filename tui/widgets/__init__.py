"""What screens are made of; widgets know the document, never the library or the shelf."""
