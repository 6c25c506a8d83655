"""The pay of one level on its page: a line a zone, with what the lines share said once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from markupsafe import Markup

from ladderc.render.site.prose import html
from ladderc.view.pay import PayLine
from ladderc.view.refs import LevelRef
from ladderc.wording.texts import Texts


class Pay(NamedTuple):
    """One zone's band; ``period`` only where the lines differ in it, ``note`` once for all lines that share it."""

    zone: Markup
    line: PayLine
    period: str
    note: Markup


def pay_of_level(lines: tuple[PayLine, ...] | None, level: LevelRef, title: str, t: Texts) -> dict[str, Any]:
    """What the template needs of a level's pay; ``lines`` is None where the audience may not see it."""
    shown = lines or ()
    return {
        "shows_pay": lines is not None,
        "pay": tuple(_pay(shown)),
        "pay_has_zone": any(line.zone for line in shown),
        "pay_has_bonus": any(line.bonus for line in shown),
        "pay_has_equity": any(line.equity for line in shown),
        "pay_caption": _pay_caption(shown, title, t),
        "pay_empty": t.say("pay_empty", grade=level.grade.id),
    }


def _pay(lines: tuple[PayLine, ...]) -> Iterator[Pay]:
    mixed = len({line.period for line in lines}) > 1
    for line, after in zip_longest(lines, lines[1:]):
        note = "" if after and after.note == line.note else line.note
        yield Pay(html(line.zone), line, line.period if mixed else "", html(note))


def _pay_caption(lines: tuple[PayLine, ...], title: str, t: Texts) -> str:
    periods = {line.period for line in lines}
    if len(periods) == 1:
        return t.say("pay_caption_period", level=title, period=periods.pop())
    return t.say("pay_caption", level=title)
