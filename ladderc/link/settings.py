"""Rule settings, waivers, the baseline, acknowledgements and releases: what the firm says about the checks and about its own history."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ladderc.link.dates import date
from ladderc.link.declared import declare
from ladderc.link.faults import Faults
from ladderc.link.part import Part, as_typed, rows
from ladderc.link.references import Known
from ladderc.model.catalogue import Ack, BaselineEntry, Release, RuleOptions, Waiver
from ladderc.model.text import EMPTY
from ladderc.sources.document import Data, Document

FIRST_PROFILE = "adopt"
"""The profile of a framework that names none: the gentlest, so that a first run does not bury its reader."""


def profile(top: Part) -> str:
    """The profile that ``rules`` names."""
    rules = top.part("rules")
    return (rules and rules.line("profile")) or FIRST_PROFILE


def rule_options(top: Part, families: Known, faults: Faults) -> tuple[dict[str, RuleOptions], dict[str, str]]:
    """What framework.yaml says of each rule, and each rule of which nobody can tell in which family with the file to mend.

    Whether there is such a rule is the schema's business.
    """
    rules = top.part("rules")
    if rules is None:
        return {}, {}
    blocks = {name: block for name in rules.data if (block := rules.part(name))}
    with faults.without_loss():  # a setting touches its own rule alone
        options = {name: _options(block, families, faults) for name, block in blocks.items()}
    in_doubt = (
        name for name, block in blocks.items() if (own := block.part("families")) and own.data.keys() - families.ids
    )
    return options, dict.fromkeys(in_doubt, top.document.file)


def waivers(document: Document) -> tuple[Waiver, ...]:
    """The waivers as written; whether one matches anything, or its date can be read, rules say."""
    return tuple(_waiver(part) for part in rows(document))


def baseline(document: Document) -> tuple[BaselineEntry, ...]:
    """The findings that the firm recorded; whether each is still found, a check says."""
    return tuple(
        BaselineEntry(
            part.line("fingerprint") or "",
            part.line("rule") or "",
            part.line("about") or "",
            part.line("family"),
            part.place,
        )
        for part in rows(document)
    )


def acks(document: Document) -> tuple[Ack, ...]:
    """The acknowledgements as written; whether one names anything, or is in date, rules about changes say."""
    return tuple(
        Ack(
            part.line("fingerprint") or "",
            part.line("what") or "",
            part.text("reason") or EMPTY,
            part.line("who") or "",
            part.line("when") or "",
            part.line("until") or "",
            part.place,
        )
        for part in rows(document)
    )


def releases(document: Document, faults: Faults) -> tuple[Release, ...]:
    """The releases in the order written, each id once."""
    where = f"add it to {document.file}."
    found, _ = declare(rows(document), "release", faults, where, paged=True)
    dated = ((id, part, date(part, "date", faults)) for id, part in found.items())
    return tuple(
        Release(id, day, part.text("title"), part.text("notes"), part.line("ref") or id, part.place)
        for id, part, day in dated
        if day is not None
    )


def _options(block: Part, families: Known, faults: Faults) -> RuleOptions:
    settings: list[tuple[str, Decimal | int | str | bool | tuple[str, ...]]] = [
        (name, _setting(block, name, value))
        for name, value in block.data.items()
        if name not in ("severity", "families") and value is not None
    ]
    inside = block.part("families")
    return RuleOptions(
        block.choice("severity"),
        tuple(settings),
        tuple(_per_family(inside, families, faults)) if inside else (),
        block.place,
    )


def _per_family(block: Part, families: Known, faults: Faults) -> Iterable[tuple[str, RuleOptions]]:
    for name in block.data:
        family = families.find(name, block, block.key(name), faults)
        options = block.part(name)
        if family and options:
            yield family, _options(options, families, faults)


def _setting(block: Part, name: str, value: Data) -> Decimal | int | str | bool | tuple[str, ...]:
    if isinstance(value, list):
        return tuple(line for line, _ in block.lines(name))
    if isinstance(value, bool | int | Decimal):
        return value
    return as_typed(block.document, value, (*block.route, name))


def _waiver(part: Part) -> Waiver:
    subject = part.part("subject") or part._replace(data={})
    return Waiver(
        rule=part.line("rule") or "",
        family=subject.line("family"),
        track=subject.line("track"),
        level=subject.line("level"),
        grade=subject.line("grade"),
        zone=subject.line("zone"),
        reason=part.text("reason") or EMPTY,
        owner=part.line("owner") or "",
        expires=part.line("expires") or "",
        place=part.place,
    )
