"""One page before it is written: its place, its template and all that the template prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Page(NamedTuple):
    """``section`` is the page that the navigation marks; ``title`` and ``description`` are without markup.

    ``hue`` is the colour class of the track that the page is about, empty elsewhere.
    """

    path: str
    template: str
    title: str
    section: str
    description: str
    context: Mapping[str, object]
    hue: str = ""
