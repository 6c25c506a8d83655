"""One comment, made once and brought up to date ever after."""

from __future__ import annotations

from typing import Literal

from ladderc.cli.forges import web
from ladderc.cli.forges.forge import Forge, NotPostedError, RefusedError, UncertainError
from ladderc.report.markdown_text import length

Delivered = Literal["made", "changed", "same", "none"]

_WHO = (401, 403, 404)
"""How a server refuses because of who asks: what one may not see is not found."""


def deliver(forge: Forge, text: str, *, only_over: bool = False) -> Delivered:
    """Put the text, whose first line marks it, into the one comment of the proposal.

    With ``only_over`` a comment that is there gets the text, and none is made.
    Where the server fails while it makes one, it is looked for before it is made again.
    Raises NotPostedError.
    """
    if length(text) > forge.most:
        raise NotPostedError(f"A comment there may have {forge.most:,} characters, and this is longer.")
    attempt = 0
    while True:
        attempt += 1
        try:
            return _once(forge, text, only_over, made="made" if attempt > 1 else "same")
        except UncertainError:
            if attempt == web.TRIES:
                raise
        except RefusedError as error:
            if error.status not in _WHO:
                raise
            raise NotPostedError(f"{error}\n{forge.advice}") from None
        web.pause(attempt)


def _once(forge: Forge, text: str, only_over: bool, *, made: Delivered) -> Delivered:
    """One attempt; where the comment says all already, it is called ``made``."""
    old = forge.own(text.partition("\n")[0].rstrip())
    if old is None and only_over:
        return "none"
    if old is None:
        forge.post(text)
        return "made"
    if _same(old.body, text):
        return made
    forge.change(old, text)
    return "changed"


def _same(there: str, text: str) -> bool:
    """Servers write line ends as they like, and drop the last one."""
    return there.replace("\r\n", "\n").strip() == text.strip()
