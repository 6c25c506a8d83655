"""What a renderer may know: types only."""
