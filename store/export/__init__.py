"""Annotations on their way out and in: how they are arranged and shown, the forms in which they leave and come back."""
