"""Data as JSON that is exact and yet harmless on a terminal, in a log and inside a page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ladderc.wording.printable import UNPRINTABLE

_ESCAPES = {code: f"\\u{code:04x}" for code in UNPRINTABLE}


def as_json_text(data: Mapping[str, Any] | Sequence[Any]) -> str:
    """The data, indented, its keys in the order given.

    Outside texts JSON is plain ASCII, so characters that steer a terminal stand inside texts alone, where an escape
    means the same; the same holds for what a build server takes as a command and a browser as the end of a script.
    """
    text = json.dumps(data, indent=2, ensure_ascii=False)
    return text.translate(_ESCAPES).replace("##[", "\\u0023#[").replace("</", "<\\/")
