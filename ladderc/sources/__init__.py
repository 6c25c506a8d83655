"""From bytes to plain data, with places found on demand."""
