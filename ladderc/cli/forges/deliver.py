"""One comment, made once and brought up to date ever after."""

from __future__ import annotations

from typing import Literal

from ladderc.cli.forges import web
from ladderc.cli.forges.forge import Forge, NotPostedError, UncertainError
from ladderc.report.markdown_text import length

Delivered = Literal["made", "changed", "same", "none"]


def deliver(forge: Forge, text: str, *, only_over: bool = False) -> Delivered:
    """Put the text, whose first line marks it, into the one comment of the proposal.

    With ``only_over`` a comment that is there gets the text, and none is made.
    Where the server fails while it makes one, it is looked for before it is made again.
    Raises NotPostedError.
    """
    marker = text.partition("\n")[0].rstrip()
    if length(text) > forge.most:
        raise NotPostedError(f"A comment there may have {forge.most:,} characters, and this is longer.")
    attempt = 0
    while True:
        attempt += 1
        old = forge.own(marker)
        if old is None and only_over:
            return "none"
        if old and _same(old.body, text):
            return "same" if attempt == 1 else "made"
        if old:
            forge.change(old, text)
            return "changed"
        try:
            forge.post(text)
        except UncertainError:
            if attempt == web.TRIES:
                raise
            web.pause(attempt)
        else:
            return "made"


def _same(there: str, text: str) -> bool:
    """Servers write line ends as they like, and drop the last one."""
    return there.replace("\r\n", "\n").strip() == text.strip()
