"""The page templates: Jinja2 with nothing left to chance, so that a value is text unless we made it HTML."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from ladderc.render.site.prose import literal
from ladderc.resources import templates

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment(language: str, interface: str) -> Environment:
    """Templates of ``templates/site``; a name that is not there is an error, not an empty text.

    The page as a whole is in the language of the ``interface``.
    Where the author's ``language`` is another, ``own`` marks an element of author text and ``ours`` one inside it that
    is not; ``heading`` is the same for a heading in Markdown. All are empty where both are one.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # only where pages are written

    own = Markup(' lang="{}"').format(language) if language != interface else Markup()
    known = Environment(
        loader=FileSystemLoader(templates() / "site"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    ours = Markup(' lang="{}"').format(interface) if own else Markup()
    known.globals.update(own=own, ours=ours, heading=Markup(" {{:{} }}").format(own) if own else Markup())
    return known


def _printed(value: object) -> object:
    """Plain text is made safe for Markdown too: a page body is read once more after the template."""
    return literal(value) if isinstance(value, str) and not isinstance(value, Markup) else value
