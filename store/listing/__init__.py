"""All annotations of a user as lists show them: gathered, filtered, grouped, and found again in their texts."""
