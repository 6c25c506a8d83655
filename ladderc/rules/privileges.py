"""What every manager at a grade has, and a level beside them lacks: recognition, seats in forums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ladderc.finding import Figure, Related, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case
from ladderc.rules.compare import Comparison, guessed_note
from ladderc.rules.phrases import counted, grade_name, level_name, listed
from ladderc.span import Place


class Privilege(NamedTuple):
    """One kind of privilege: the level's field that lists it, how one and many are called, and each one's name."""

    field: str
    one: str
    many: str
    names: Mapping[str, str]


class _Lack(NamedTuple):
    """What all the references of a level have (``shared``), and what of it the level lacks."""

    shared: tuple[str, ...]
    lacking: tuple[str, ...]


Wanted = Callable[[Level], tuple[str, ...]]
Had = Callable[[Level], frozenset[str]]


def judge_privileges(
    case: Case, privilege: Privilege, wanted: Wanted, had: Had, mend: Callable[[Level, tuple[str, ...]], str]
) -> Iterator[Verdict]:
    """One verdict a level that lacks what all its references have, or one for the family.

    ``wanted`` is what counts of what a manager has, in the order in which it is told.
    ``had`` is what a level has or has something equivalent to.
    ``mend`` says what to type for a level and what it lacks.
    """
    facts = case.facts
    levels = (*facts.other_levels(), *facts.management_levels())
    if not any(getattr(level, privilege.field) for level in levels):
        yield case.not_judged(f"`{privilege.field}` at any level of the family")
        return
    found = [_compared(case, level, wanted, had) for level in facts.other_levels()]
    judged = [one for one in found if one.outcome != "none"]
    if not judged:
        yield case.not_judged("a grade where a manager and somebody of another track both stand")
        return
    if case.framework.spine_assumed:
        note = guessed_note(case, judged, f"lack {privilege.many} that the managers beside them have")
        yield note or case.holds()
        return
    failing = [_fails(case, privilege, one.level, one.gap, mend) for one in judged if one.gap]
    yield from failing or [
        case.holds(figures=(Figure(f"levels with the managers' {privilege.many}", len(judged), "levels", "A"),))
    ]


def _compared(case: Case, level: Level, wanted: Wanted, had: Had) -> Comparison[_Lack]:
    """The level against what all its references have: what only one of several managers has proves nothing."""
    peers = case.facts.references(level).levels
    if not peers:
        return Comparison(level, "none")
    own = had(level)
    shared = tuple(one for one in wanted(peers[0]) if all(one in had(peer) for peer in peers[1:]))
    lacking = tuple(one for one in shared if one not in own)
    return Comparison(level, "certain" if lacking else "holds", peers[0], _Lack(shared, lacking) if lacking else None)


def _fails(
    case: Case, privilege: Privilege, level: Level, lack: _Lack, mend: Callable[[Level, tuple[str, ...]], str]
) -> Verdict:
    peers = case.facts.references(level).levels
    all_, lacking = len(lack.shared), len(lack.lacking)
    has = "have" if len(peers) > 1 else "has"
    names = listed(f"“{privilege.names[one]}”" for one in lack.lacking)
    part = {0: "none", 1: "one"}.get(all_ - lacking, str(all_ - lacking))
    both = f"{level_name(level)} has {part}{' of them' if all_ > 1 else ''} and lacks {names}"
    message = "\n".join(
        (
            f"At {grade_name(level.grade)}, {listed(level_name(peer) for peer in peers)} {has} "
            f"{counted(all_, privilege.one, privilege.many)}; {both}.",
            mend(level, lack.lacking),
        )
    )
    return case.fails(
        message,
        _place(level, privilege.field),
        case.subject(level=level),
        figures=(
            Figure(privilege.many, all_ - lacking, privilege.field, "A"),
            Figure(privilege.many, all_, privilege.field, "M"),
        ),
        related=tuple(Related(_place(peer, privilege.field), "has it") for peer in peers),
        topic="" if getattr(level, privilege.field) else "absent",
    )


def _place(level: Level, field: str) -> Place:
    return level.at(field) if field in level.given else level.place
