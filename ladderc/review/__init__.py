"""Compares two states of a framework: typed changes, what they mean for people, and parity before and after."""
