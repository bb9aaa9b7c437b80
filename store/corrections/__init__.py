"""What the user says of how a text is to be read, kept beside it and never in it."""
