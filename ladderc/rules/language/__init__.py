"""What the words say between the lines."""
