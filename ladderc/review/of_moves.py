"""Changes of the ways between levels: declared moves, and branches out of a common stem."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Subject
from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.model.graph import Step
from ladderc.model.track import Move
from ladderc.review.naming import change, named, of_level
from ladderc.review.pairing import Pairing
from ladderc.review.same_text import wordings
from ladderc.rules.phrases import counted
from ladderc.span import Place

_PROTECTION = {None: 0, "negotiated": 0, "band": 1, "protected": 2}
_PAID = {
    None: "nothing said about pay",
    "negotiated": "pay to be negotiated",
    "band": "pay by the band",
    "protected": "pay protected",
}
_VERBS = {"lateral": "move sideways", "return": "go back", "promotion": "be promoted", "branch": "go on"}


def changes(pairing: Pairing) -> Iterator[Change]:
    """Ways that were opened, closed, or are taken on other terms; those of levels that came or went are not told apart."""
    old = {(pairing.level_now(s.source), pairing.level_now(s.target), _sort(s)): s for s in _ways(pairing.before)}
    new = {(step.source, step.target, _sort(step)): step for step in _ways(pairing.after)}
    stable = {level.key for _, level in pairing.levels.pairs}
    for ends, step in old.items():
        if ends not in new and {ends[0], ends[1]} <= stable:
            yield _way("move-closed", pairing.before, pairing.after, ends, step)
    for ends, step in new.items():
        if ends not in old and {ends[0], ends[1]} <= stable:
            yield _way("move-opened", pairing.after, pairing.after, ends, step)
        elif ends in old and step.move and (was := old[ends].move):
            yield from _terms(pairing.after, ends, was, step.move)


def _ways(framework: Framework) -> Iterator[Step]:
    return (step for step in framework.graph.steps if step.kind != "rung")


def _sort(step: Step) -> str:
    # a sideways move that is declared as a return is the same way; a promotion is not
    return "across" if step.kind in ("lateral", "return") else step.kind


def _way(kind: str, its: Framework, after: Framework, ends: tuple[str, str, str], step: Step) -> Change:
    source, target = its.levels[step.source], its.levels[step.target]
    verb = "can" if kind == "move-opened" else "cannot"
    tail = "now" if kind == "move-opened" else "any more"
    terms = f", with {_PAID[step.move.pay]}" if step.move and kind == "move-opened" else ""
    place = step.move.place if step.move else its.tracks[source.track].place
    return change(
        kind,
        _ends(after, ends),
        f"People {verb} {_VERBS[step.kind]} from {named(its, source)} to {named(its, target)} {tail}{terms}.",
        place,
        gone=kind == "move-closed",
        thing=ends[2],
        reaches=(ends[0],),
    )


def _ends(after: Framework, ends: tuple[str, str, str]) -> tuple[Subject, ...]:
    return tuple(of_level(after, after.levels[key]) for key in ends[:2])


def _terms(after: Framework, ends: tuple[str, str, str], was: Move, is_: Move) -> Iterator[Change]:
    source, target = after.levels[ends[0]], after.levels[ends[1]]
    way = f"The way from {named(after, source)} to {named(after, target)}"
    subjects = _ends(after, ends)

    def told(kind: str, message: str, thing: str, place: Place = is_.place) -> Change:
        return change(kind, subjects, message, place, thing=f"{ends[2]}/{thing}", reaches=(ends[0],))

    if was.pay != is_.pay:
        before, now = _PROTECTION[was.pay], _PROTECTION[is_.pay]
        kind = "move-changed" if before == now else "move-eased" if now > before else "move-hardened"
        yield told(kind, f"{way} comes with {_PAID[is_.pay]} now; it came with {_PAID[was.pay]}.", "pay")
    if was.trial_months != is_.trial_months:
        longer = (is_.trial_months or 0) > (was.trial_months or 0)
        trial, before_it = (
            f"a trial of {counted(months or 0, 'month')}" for months in (is_.trial_months, was.trial_months)
        )
        message = f"{way} has {trial} now; it had {before_it if was.trial_months else 'none'}."
        if not is_.trial_months:
            message = f"{way} has no trial any more; it had {before_it}."
        yield told("move-eased" if longer else "move-hardened", message, "trial_months")
    if was.kind != is_.kind:
        yield told("move-changed", f"{way} is called `{is_.kind}` now; it was `{was.kind}`.", "kind")
    if words := wordings(was.note, is_.note):
        note = told("move-changed", f"The note on {way[:1].lower() + way[1:]} is worded differently.", "note")
        reason = "The words changed; read them to see whether the meaning did."
        yield note._replace(wordings=words, impact="neutral", reason=reason)
