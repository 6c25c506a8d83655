"""Reads every sentence that concerns a family once, for the rules that forbid a way of putting things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Related, Subject, Verdict
from ladderc.rules.authored import Authored, of_framework, of_level, of_pay, of_track
from ladderc.rules.base import Case
from ladderc.rules.lexicon import is_known
from ladderc.rules.pay_files import families_paid, pay_files
from ladderc.rules.phrases import capital
from ladderc.rules.shared_tracks import subjects_of, tracks_judged_here
from ladderc.rules.vocabulary import Look


class Wording(NamedTuple):
    """What is forbidden: how it is found, what it does ("ties a benefit …"), and the sentences that say what to type.

    ``words`` are those of a language without which no text is meant, for a first look.
    """

    find: Callable[[Authored], str | None]
    words: Callable[[str], Look]
    claim: str
    mend: str


def judge_sentences(case: Case, wording: Wording, more: Iterable[Verdict] = ()) -> Iterator[Verdict]:
    """One verdict an owner of a forbidden sentence, or one for the family; what stands in pay files is apart.

    ``more`` are findings of the rule that come from no sentence.
    """
    failing: list[Verdict] = []
    read = 0
    worth_reading = case.content.saying(wording.words)
    for track in tracks_judged_here(case):
        for level in track.levels:
            read += len(case.content.prose(level))
            if level.key in worth_reading:
                found = _found(of_level(level), wording)
                failing += (_fails(case, wording, several, subjects_of(track, [level])) for several in found.by_owner)
    for subjects, texts in _outside_levels(case):
        found = _found(texts, wording)
        read += found.read
        failing += (_fails(case, wording, several, subjects) for several in found.by_owner)
    failing += more
    if failing:
        yield from failing
    elif not read:
        yield case.not_judged("a text to read")
    elif is_known(case.framework.locale):
        yield case.holds(figures=(Figure("texts read", read, "texts"),))
    else:
        yield case.not_judged(f"lists of words in the language `{case.framework.locale}`")
    yield from _in_pay(case, wording)


class _Found(NamedTuple):
    by_owner: tuple[list[tuple[Authored, str]], ...]
    read: int


def _outside_levels(case: Case) -> Iterator[tuple[tuple[Subject, ...], Iterable[Authored]]]:
    """The texts of tracks and of the framework with their subjects; the latter are read with the first family."""
    framework = case.framework
    if case.facts.family.id == next(iter(framework.families)):
        yield tuple(Subject(one) for one in framework.families), of_framework(framework)
    for track in tracks_judged_here(case):
        yield subjects_of(track), of_track(track)


def _in_pay(case: Case, wording: Wording) -> Iterator[Verdict]:
    """The texts of the family's pay files, each file with the first family that it pays."""
    for moment in pay_files(case):
        families = families_paid(case, moment)
        if families[0] != case.facts.family.id:
            continue
        subjects = tuple(Subject(family) for family in families)
        for several in _found(of_pay(case.framework, moment), wording).by_owner:
            verdict = _fails(case, wording, several, subjects)
            yield verdict._replace(
                from_pay=True,
                discriminator=f"{verdict.discriminator} {moment.apart}".strip(),
                message_without_pay=f"{capital(several[0][0].owner)} {wording.claim}.\n{wording.mend}",
            )


def _found(texts: Iterable[Authored], wording: Wording) -> _Found:
    owners: dict[str, list[tuple[Authored, str]]] = {}
    read = 0
    for one in texts:
        read += 1
        if words := wording.find(one):
            owners.setdefault(one.key or one.owner, []).append((one, words))
    return _Found(tuple(owners.values()), read)


def _fails(case: Case, wording: Wording, several: list[tuple[Authored, str]], subjects: tuple[Subject, ...]) -> Verdict:
    (first, words), *rest = several
    return case.fails(
        f"{capital(first.owner)} {wording.claim}: “{words}”.\n{wording.mend}",
        first.place,
        *subjects,
        related=tuple(Related(one.place, f"and here: “{said}”") for one, said in rest),
        topic="text",
        discriminator=first.key,
    )
