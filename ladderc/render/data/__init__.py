"""Writes ``framework.json``: the View as data for other programs, in the format that docs/framework-json.md describes."""

from __future__ import annotations

from pathlib import Path

from ladderc.render.data.document import document
from ladderc.render.data.exact import exact_json
from ladderc.view.view import View

NAME = "framework.json"


def build_data(view: View, out: Path) -> None:
    """Writes ``out/framework.json``. Raises OSError where ``out`` cannot be written."""
    out.mkdir(parents=True, exist_ok=True)
    (out / NAME).write_bytes(exact_json(document(view)).encode())
