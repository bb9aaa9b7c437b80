"""Two texts beside each other: which paragraph of one is which of the other. Needs documents, nothing else."""
