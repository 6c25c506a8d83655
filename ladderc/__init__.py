"""A compiler for career frameworks: check them for parity across tracks, and build their career site."""
