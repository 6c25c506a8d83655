"""Whether titles say what people do."""
