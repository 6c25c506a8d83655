"""Reviews of every kind, and each format read back as whoever it is for reads it."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from functools import cache
from html import unescape
from pathlib import Path
from typing import NamedTuple

from ladderc.finding import Finding, Related, Waived
from ladderc.model.change import Wording
from ladderc.model.text import plain
from ladderc.pipeline import check, compare_states
from ladderc.report.changes.report import ChangeItem, ChangeReport, make_change_report
from ladderc.report.report import Item

ROOT = Path(__file__).parents[3]
BASE = ROOT / "tests" / "rules" / "base"
WHY = Path(__file__).parent / "why"
DAY = datetime.date(2026, 11, 22)
PREFIX = "hr/frameworks/tarn/"
FORMATS = ("text", "json", "markdown", "html")


def firm(folder: Path, files: dict[str, str] | None = None) -> Path:
    """A copy of the small clean framework, with files added or put in place of its own."""
    shutil.copytree(BASE, folder)
    for name, text in (files or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def edited(folder: Path, file: str, *changes: tuple[str, str]) -> None:
    """Write one text in place of another, each of which stands there once."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"`{old}` stands {text.count(old)} times in {file}"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def compared(before: Path, after: Path, *, show_pay: bool = True, prefix: str = PREFIX) -> ChangeReport:
    """The review of two folders."""
    old, new = check(before, DAY), check(after, DAY)
    for state in (old, new):
        assert [fault.message for fault in state.faults] == []
    review = compare_states(old, new, DAY)
    names = ("main (1a2b3c4)", "the files as they are now")
    made = make_change_report(review, (old.reading, new.reading), names, DAY, show_pay=show_pay)
    return made._replace(prefix=prefix)


def why(folder: Path, *, show_pay: bool = True) -> ChangeReport:
    """Managers alone get a new pay file: what the command was made for."""
    pay = {name: (WHY / f"{name}.yaml").read_text(encoding="utf-8") for name in ("2026", "2027")}
    before = firm(folder / "before", {"pay/2026.yaml": pay["2026"]})
    after = firm(folder / "after", {"pay/2026.yaml": pay["2026"], "pay/2027.yaml": pay["2027"]})
    return compared(before, after, show_pay=show_pay, prefix="")


@cache
def meridian(*, show_pay: bool = True) -> ChangeReport:
    """The example firm against itself a year before: more than a hundred changes of all kinds."""
    return compared(ROOT / "frameworks" / "one-ladder", ROOT / "frameworks" / "meridian", show_pay=show_pay)


@cache
def back(*, show_pay: bool = True) -> ChangeReport:
    """The way back, on which nearly everything is worse and many findings are new."""
    return compared(ROOT / "frameworks" / "meridian", ROOT / "frameworks" / "one-ladder", show_pay=show_pay)


class Told(NamedTuple):
    """Where a format says that a change is."""

    kind: str
    path: str
    line: int
    column: int
    gone: bool


def expected(report: ChangeReport) -> list[Told]:
    return sorted(
        Told(
            item.change.kind,
            report.path(item.change.place.file),
            item.span.line,
            item.span.column,
            item.change.gone,
        )
        for item in report.changes
    )


def read_text(text: str) -> list[Told]:
    return _told(re.findall(r"^    ([a-z-]+)  (.+):(\d+):(\d+)( before)?$", text, re.MULTILINE))


def read_json(text: str) -> list[Told]:
    data = json.loads(text)
    return sorted(
        Told(one["kind"], data["prefix"] + one["file"], one["line"], one["column"], one["state"] == "base")
        for one in data["changes"]
    )


def read_markdown(text: str) -> list[Told]:
    return _told(re.findall(r"<sub>([a-z-]+), `(.+?):(\d+):(\d+)`( before)?", text))


def read_html(text: str) -> list[Told]:
    found = re.findall(r'<span class="kind">([a-z-]+)</span>\s*<code>(.+?):(\d+):(\d+)</code>( before)?', text)
    return _told([(kind, unescape(path.replace("<wbr>", "")), *rest) for kind, path, *rest in found])


def _told(found: list[tuple[str, ...]]) -> list[Told]:
    return sorted(Told(kind, path, int(line), int(column), bool(gone)) for kind, path, line, column, gone in found)


READERS = {"text": read_text, "json": read_json, "markdown": read_markdown, "html": read_html}


def poisoned(report: ChangeReport, attack: str) -> ChangeReport:
    """The review with a hostile text wherever somebody's words, or words made of them, can stand."""
    said = f"Level “{attack}” is odd.\n{attack}\nMend `{attack}`."
    framework = report.framework
    return report._replace(
        name=attack,
        base=attack,
        head=attack,
        story=(attack, f"At G5 `{attack}` is {attack}."),
        changes=tuple(_poisoned_change(item, attack) for item in report.changes),
        findings=tuple(_poisoned_item(item, said, attack) for item in report.findings),
        acknowledged=tuple(
            _poisoned_item(item, said, attack, Waived(attack, attack, "2027-01-01")) for item in report.findings[:2]
        ),
        mended=tuple(finding._replace(message=said) for finding in report.mended),
        names=dict.fromkeys(report.names, attack),
        framework=framework._replace(
            levels={key: level._replace(title=plain(attack)) for key, level in framework.levels.items()},
            tracks={id: track._replace(name=plain(attack)) for id, track in framework.tracks.items()},
            families={id: family._replace(name=plain(attack)) for id, family in framework.families.items()},
        ),
    )


def _poisoned_change(item: ChangeItem, attack: str) -> ChangeItem:
    change = item.change._replace(
        message=f"{attack} is `{attack}` now.",
        wordings=(Wording("", f"x {attack} old {attack}", f"x {attack} new{attack}"), Wording(attack, "a", "b")),
    )
    answer = item.open._replace(waived=Waived(attack, attack, "2027-01-01")) if item.open else None
    return ChangeItem(change, item.span, None if answer else item.open, answer)


def _poisoned_item(item: Item, said: str, attack: str, waived: Waived | None = None) -> Item:
    finding: Finding = item.finding._replace(message=said, waived=waived)
    related = tuple(one._replace(message=attack) for one in item.related)
    beside = tuple(Related(one.place, attack) for one in finding.related)
    return item._replace(finding=finding._replace(related=beside), related=related, lines=(attack,))
