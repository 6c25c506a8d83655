"""Changes of the step into a level: who may put a person forward, what is asked, who decides."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ladderc.model.change import Amount, Change
from ladderc.model.framework import Framework
from ladderc.model.level import Level, Promotion, Requirement
from ladderc.model.text import Text, plain
from ladderc.review.naming import change, named, now_and_before, of_level, shown
from ladderc.review.pairing import Pairing
from ladderc.review.same_text import same, wordings
from ladderc.review.texts import compare_lines, lines
from ladderc.rules.phrases import counted, listed
from ladderc.span import Place

_HURDLES = {"evidence": "piece of evidence", "panel": "panellist", "requires": "condition"}
"""Lists of which each entry makes the step harder, and what one entry is called."""


def changes(pairing: Pairing) -> Iterator[Change]:
    """What changed about promotions into levels that were there before and still are."""
    for old, new in pairing.levels.pairs:
        if old.promotion and new.promotion:
            yield from _promotion(pairing, new, old.promotion, new.promotion)
        elif old.promotion or new.promotion:
            yield _section(pairing, old, new)


def _section(pairing: Pairing, old: Level, new: Level) -> Change:
    written = new.promotion is not None
    verb = "is written down now" if written else "is not written down any more"
    kept = new.promotion or old.promotion
    assert kept is not None, "one of the two has a promotion"
    return change(
        "promotion-changed",
        of_level(pairing.after, new),
        f"How to be promoted to {named(pairing.after, new)} {verb}.",
        kept.place,
        gone=not written,
        thing="promotion",
        reaches=(new.key,),
    )


def _promotion(pairing: Pairing, level: Level, was: Promotion, is_: Promotion) -> Iterator[Change]:
    after = pairing.after
    name, subject, own = named(after, level), of_level(after, level), (level.key,)
    if (was.min_months or 0) != (is_.min_months or 0):
        yield _months(pairing, level, was, is_)
    for field, noun in _HURDLES.items():
        old, new = _texts(pairing.before, was, field), _texts(after, is_, field)
        found = compare_lines(lines(old), lines(new))
        for line in found.gone:
            message = f"Promotion to {name} asks for one {noun} less: {shown(line.text, pairing.before)}."
            yield change(
                "promotion-bar-lowered", subject, message, _at(was, field, line.position), gone=True, thing=f"{field}/{line.thing}",
                reaches=own, wordings=wordings(line.text, None),
            )  # fmt: skip
        for line in found.new:
            message = f"Promotion to {name} asks for one more {noun}: {shown(line.text, after)}."
            yield change(
                "promotion-bar-raised", subject, message, _at(is_, field, line.position), thing=f"{field}/{line.thing}",
                reaches=own, wordings=wordings(None, line.text),
            )  # fmt: skip
        for before, now in found.pairs:
            if words := wordings(before.text, now.text):
                message = f"A {noun} for the promotion to {name} is worded differently: {shown(now.text, after)}."
                yield change(
                    "promotion-changed", subject, message, _at(is_, field, now.position), impact="neutral",
                    thing=f"{field}/{now.thing}",
                    reason="The words changed; read them to see whether the meaning did.", reaches=own, wordings=words,
                )  # fmt: skip
    yield from _people(pairing, level, was, is_)


def _months(pairing: Pairing, level: Level, was: Promotion, is_: Promotion) -> Change:
    old, new = was.min_months or 0, is_.min_months or 0
    name = named(pairing.after, level)
    message = f"Promotion to {name} asks for no time at the level below any more; it asked for {counted(old, 'month')}."
    if new:
        waiting = f"at least {counted(new, 'month')} at the level below"
        message = f"Promotion to {name} asks for {waiting}; it asked for {counted(old, 'month') if old else 'none'}."
    return change(
        "promotion-bar-raised" if new > old else "promotion-bar-lowered",
        of_level(pairing.after, level),
        message,
        _at(is_, "min_months"),
        thing="min_months",
        amounts=(Amount(level.id, "min_months", _exact(was.min_months), _exact(is_.min_months), "months"),),
        reaches=(level.key,),
    )


def _people(pairing: Pairing, level: Level, was: Promotion, is_: Promotion) -> Iterator[Change]:
    after = pairing.after
    name, subject, own = named(after, level), of_level(after, level), (level.key,)
    fewer = [text for text in was.nomination if not any(same(text, other) for other in is_.nomination)]
    more = [text for text in is_.nomination if not any(same(text, other) for other in was.nomination)]
    if fewer or more:
        kind = "promotion-changed" if fewer and more else "promotion-bar-raised" if fewer else "promotion-bar-lowered"
        told = [f"{listed(shown(text, after) for text in more)} may now"] if more else []
        told += [f"{listed(shown(text, pairing.before) for text in fewer)} may not any more"] if fewer else []
        message = f"Who may put somebody forward for {name} is different: {', and '.join(told)}."
        words = tuple(one for text in fewer for one in wordings(text, None))
        words += tuple(one for text in more for one in wordings(None, text))
        yield change(kind, subject, message, _at(is_, "nomination"), thing="nomination", reaches=own, wordings=words)
    if words := wordings(was.approver, is_.approver):
        approvers = [shown(text, after) if text else "" for text in (is_.approver, was.approver)]
        message = now_and_before(f"Who approves the promotion to {name}", *approvers)
        yield change(
            "promotion-changed", subject, message, _at(is_, "approver"), thing="approver", reaches=own, wordings=words
        )
    if was.basis != is_.basis:
        harder = is_.basis == "vacancy"
        kind = "promotion-bar-raised" if harder else "promotion-bar-lowered"
        if "vacancy" not in (was.basis, is_.basis):
            kind = "promotion-changed"
        message = f"Promotion to {name} depends on {_ground(is_.basis)} now; it depended on {_ground(was.basis)}."
        yield change(kind, subject, message, _at(is_, "basis"), thing="basis", reaches=own)


def _ground(basis: str | None) -> str:
    return {"capability": "what a person can do", "vacancy": "a free post"}.get(basis or "", "nothing that is written")


def _texts(framework: Framework, promotion: Promotion, field: str) -> tuple[Text, ...]:
    if field == "requires":
        return tuple(_condition(framework, one) for one in promotion.requires)
    texts: tuple[Text, ...] = getattr(promotion, field)
    return texts


def _condition(framework: Framework, requirement: Requirement) -> Text:
    if requirement.level:
        return plain(f"having been {named(framework, framework.levels[requirement.level])}")
    return requirement.text or plain("")


def _at(promotion: Promotion, *route: str | int) -> Place:
    """Where a part of the step is written; the field around it is found where it is not written any more."""
    return promotion.place._replace(route=(*promotion.place.route, *route))


def _exact(count: int | None) -> Decimal | None:
    return None if count is None else Decimal(count)
