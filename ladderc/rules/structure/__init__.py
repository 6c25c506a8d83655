"""Whether every track is built alike and written out."""
