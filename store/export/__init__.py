"""Annotations on their way out: one arrangement of them, and the formats in which they leave."""
