"""Finding paragraphs by what they say."""
