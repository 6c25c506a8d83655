"""The linked framework as frozen types, without behaviour beyond lookup."""
