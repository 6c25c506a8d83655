"""From a View to files: site pages, guides, pay tables, data."""
