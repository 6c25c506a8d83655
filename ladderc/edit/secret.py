"""Which files hold pay, so that their lines are kept out of logs."""

from __future__ import annotations

import re

_BANDS = re.compile(rb"^[\"']?(?:bands|exceptions)[\"']?\s*:", re.MULTILINE)


def holds_pay(file: str, content: bytes) -> bool:
    """Whether the lines of a file may show pay: it stands among the pay files, or was written as one."""
    return file.startswith("pay/") or _BANDS.search(content) is not None
