"""What a reader may know of a fault of a file: the text behind ``explain`` for faults that are no parity rule."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """One kind of fault: its rule name, what is wrong, why it matters, and the smallest example.

    ``example`` is YAML with the offending line marked by a comment, or empty where text cannot show it.
    """

    name: str
    claim: str
    why: str
    example: str
