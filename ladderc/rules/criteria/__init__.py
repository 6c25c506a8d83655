"""Whether what is asked is about the work."""
