"""A web page becomes text: what a browser shows, line by line, and what its elements say of the lines."""
