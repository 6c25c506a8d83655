"""Whether success at a level is measured, and as well off the management ladder as on it."""
