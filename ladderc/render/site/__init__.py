"""The career site: a View becomes a MkDocs source tree, and that tree a site."""
