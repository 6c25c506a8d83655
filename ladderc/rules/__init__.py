"""The rules, one file each in its category's folder, and the engine that runs them."""
