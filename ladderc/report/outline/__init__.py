"""A file of a framework as facts, one a line, for `git log -p` and `git diff`."""
