"""Whether work off the management ladder is honoured, heard and trusted to decide."""
