"""Whether people can cross between tracks, and come back."""
