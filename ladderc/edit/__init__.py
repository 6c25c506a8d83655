"""Writing YAML that a person would have written, comments kept."""
