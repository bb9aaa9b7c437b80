"""All that is true of United Nations documents without a terminal: reading, citations, library, annotations."""
