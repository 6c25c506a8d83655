"""How far each track carries, and over which steps."""
