"""From documents to a linked framework: references, defaults, pay, graph."""
