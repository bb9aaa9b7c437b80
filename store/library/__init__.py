"""The corpus on disk: which documents there are, what they say of one another, and how each is found."""
