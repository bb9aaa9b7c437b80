"""The documents that every library begins with, as they came. Never written."""
