"""Changes of what a level is: its title, grade, summary, reports, duties and standing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ladderc.model.change import Amount, Change
from ladderc.model.framework import Framework
from ladderc.model.level import Level, Reports
from ladderc.review.naming import change, named, of_level, shown, written_at
from ladderc.review.of_tracks import readers
from ladderc.review.pairing import Pairing
from ladderc.review.same_text import wordings
from ladderc.review.texts import compare_lines, lines
from ladderc.rules.phrases import level_name


def changes(pairing: Pairing) -> Iterator[Change]:
    """What changed about levels that were there before and still are."""
    for old, new in pairing.levels.pairs:
        if old._replace(place=new.place) != new:
            yield from _level(pairing, old, new)


def _level(pairing: Pairing, old: Level, new: Level) -> Iterator[Change]:
    after = pairing.after
    name, subject = named(after, new), of_level(after, new)
    own = {"reaches": (new.key,)}
    if titles := wordings(old.title, new.title):
        message = f"{new.id} is titled {shown(new.title, after)} now; it was {shown(old.title, pairing.before)}."
        yield change("title-changed", subject, message, new.at("title"), wordings=titles, **own)
    if old.grade != new.grade:
        yield _grade(pairing, old, new)
    if summaries := wordings(old.summary, new.summary):
        place = written_at(new, "summary")
        message = f"The summary of {name} is worded differently."
        yield change("summary-reworded", subject, message, place, wordings=summaries, **own)
    if _asked(old.reports) != _asked(new.reports) or old.manages != new.manages:
        place = written_at(new, "reports")
        message = f"{name} has {_people(new)} now; it had {_people(old)}."
        yield change("reports-changed", subject, message, place, amounts=_counts(old, new), **own)
    for field, raised, lowered, yes, no in _STANDING:
        if getattr(old, field) != getattr(new, field):
            is_on = getattr(new, field)
            place = written_at(new, field)
            yield change(raised if is_on else lowered, subject, f"{name} {yes if is_on else no}.", place, **own)
    if old.status != new.status:
        kind = "published" if new.status == "published" else "withdrawn"
        message = f"{name} is {'published' if kind == 'published' else 'a draft'} now."
        yield change(kind, subject, message, written_at(new, "status"), thing="level", **own)
    if old.visible_to != new.visible_to:
        message = f"{name} is shown to {readers(new.visible_to)} now; it was shown to {readers(old.visible_to)}."
        yield change("audience-changed", subject, message, written_at(new, "visible_to"), thing="level", **own)
    if pairing.level_now(old.builds_on or "") != (new.builds_on or ""):
        place = written_at(new, "builds_on")
        message = f"{name} builds on {_base(after, new)} now; it built on {_base(pairing.before, old)}."
        yield change("builds-on-changed", subject, message, place, **own)
    yield from _duties(pairing, old, new)


_STANDING = (
    (
        "career_level", "career-level-set", "career-level-cleared",
        "is declared a level at which a career may stay", "is not declared a level at which a career may stay any more",
    ),
    (
        "entry", "entry-opened", "entry-closed",
        "is a level at which people come in", "is not a level at which people come in any more",
    ),
)  # fmt: skip


def _grade(pairing: Pairing, old: Level, new: Level) -> Change:
    """Higher or lower is told by the newer spine where it still has the old grade, else by the older."""
    before, after = pairing.before, pairing.after
    ranks = {grade.id: grade.rank for grade in after.grades}
    if old.grade not in ranks or new.grade not in {grade.id for grade in before.grades}:
        position = {grade.id: grade.rank for grade in before.grades}
        rises = ranks[new.grade] >= position[old.grade]
    else:
        rises = ranks[new.grade] > ranks[old.grade]
    return change(
        "grade-raised" if rises else "grade-lowered",
        of_level(after, new),
        f"{named(after, new)} stands at {new.grade} now; it stood at {old.grade}.",
        new.at("grade"),
        reaches=(new.key,),
    )


def _asked(reports: Reports | None) -> tuple[int | None, int | None]:
    return (reports.min, reports.max) if reports else (None, None)


def _people(level: Level) -> str:
    least, most = _asked(level.reports)
    if least is None and most is None:
        return "people who report to it" if level.manages else "no reports"
    if most is None:
        return f"{least} or more reports"
    return f"up to {most} reports" if not least else f"{least} to {most} reports"


def _counts(old: Level, new: Level) -> tuple[Amount, ...]:
    pairs = zip(("min", "max"), _asked(old.reports), _asked(new.reports), strict=True)
    return tuple(Amount(new.id, field, _exact(was), _exact(is_), "people") for field, was, is_ in pairs if was != is_)


def _exact(count: int | None) -> Decimal | None:
    return None if count is None else Decimal(count)


def _base(framework: Framework, level: Level) -> str:
    return level_name(framework.levels[level.builds_on]) if level.builds_on else "no other level"


def _duties(pairing: Pairing, old: Level, new: Level) -> Iterator[Change]:
    after = pairing.after
    name, subject, own = named(after, new), of_level(after, new), (new.key,)
    found = compare_lines(lines(old.duties), lines(new.duties))
    for line in found.gone:
        message = f"{name} has one duty less: {shown(line.text, pairing.before)}."
        yield change(
            "duty-removed", subject, message, old.at("duties", line.position), gone=True, thing=line.thing, reaches=own,
            wordings=wordings(line.text, None),
        )  # fmt: skip
    for line in found.new:
        message = f"{name} has one more duty: {shown(line.text, after)}."
        yield change(
            "duty-added", subject, message, new.at("duties", line.position), thing=line.thing, reaches=own,
            wordings=wordings(None, line.text),
        )  # fmt: skip
    for was, is_ in found.pairs:
        if different := wordings(was.text, is_.text):
            message = f"A duty of {name} is worded differently: {shown(is_.text, after)}."
            yield change(
                "duty-reworded", subject, message, new.at("duties", is_.position), thing=is_.thing, reaches=own,
                wordings=different,
            )  # fmt: skip
