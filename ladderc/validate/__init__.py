"""Each document against the shape of the language, in the words of its writers."""
