"""All that a user meets in the terminal."""
