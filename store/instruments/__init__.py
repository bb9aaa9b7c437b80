"""The instruments that United Nations texts call by name: declarations, treaties, labour conventions, goals."""
