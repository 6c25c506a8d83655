"""Whether pay follows the work: bands, and how those of experts and managers compare."""
