"""The steps up that a pay file pays for: two bands that follow each other on a track, or out of the stem into one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from ladderc.finding import Figure, Related, Subject, Verdict
from ladderc.model.level import Level
from ladderc.model.pay import ResolvedBand
from ladderc.rules.bands import ASK, Moment, ratio_figure, zones_apart
from ladderc.rules.base import Case
from ladderc.rules.pay_files import NO_FILE, families_paid, field_of, in_order, pay_files
from ladderc.rules.phrases import family_name, grade_name, listed, track_name
from ladderc.span import Place

Pair = tuple[Level, Level]

NO_STEP = "two bands that follow each other on a track"
"""What a rule on steps lacks where no two bands do."""


class BandStep(NamedTuple):
    """Two bands, one above the other, and the levels between which they make the step.

    ``adjacent`` is true where the spine has no grade between the two; on an assumed spine nobody can tell.
    ``zone`` names the zone judged apart, None where the step is the same in all.
    """

    low: ResolvedBand
    high: ResolvedBand
    pairs: tuple[Pair, ...]
    adjacent: bool
    zone: str | None

    @property
    def grades(self) -> tuple[str, str]:
        """The two grades, the lower first."""
        return self.low.band.grade, self.high.band.grade


def judge_steps(
    case: Case,
    measure: Callable[[Moment, BandStep], Fraction | None],
    fault: Callable[[Moment, BandStep, Fraction], Verdict | None],
) -> Iterator[Verdict]:
    """One verdict a step that ``fault`` names, for pay in force and each later file; or one for the family.

    ``measure`` gives what is judged of a step, None where it cannot be.
    """
    files = pay_files(case)
    if not files:
        yield case.not_judged(NO_FILE, from_pay=True)
        return
    measured: list[Fraction] = []
    failing: list[Verdict] = []
    told: dict[str, None] = {}
    for moment in files:
        for step in band_steps(case, moment):
            value = measure(moment, step)
            if value is None:
                continue
            measured.append(value)
            found = fault(moment, step, value)
            if found and (other := told_with(case, moment, step)):
                told[other] = None
            elif found:
                failing.append(found)
    yield from failing
    yield from (case.not_judged(f"steps of its own: see {other}", from_pay=True) for other in told)
    if not measured:
        unknown = f"{NO_STEP}, at grades known to be neighbours" if case.framework.spine_assumed else NO_STEP
        yield case.not_judged(unknown, from_pay=True)
    elif not failing and not told:
        figures = (*ratio_figure("smallest", min(measured)), *ratio_figure("largest", max(measured)))
        yield case.holds(figures=figures, from_pay=True)


def step_fails(
    case: Case,
    moment: Moment,
    step: BandStep,
    message: str,
    without_pay: str,
    field: str,
    figures: tuple[Figure, ...],
    **more: Any,
) -> Verdict:
    """The finding on a step, at a field of its upper band; ``without_pay`` is what a log may say of it."""
    return case.fails(
        message,
        field_of(step.high.band, field),
        *step_subjects(case, moment, step),
        figures=figures,
        related=(Related(step.low.band.place, f"the band for {grade_name(step.grades[0])}"),),
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=f"{without_pay}\n{ASK}",
        **more,
    )


def band_steps(case: Case, moment: Moment) -> list[BandStep]:
    """Every step between two bands that rise, each pair of bands once; executive levels are left out."""
    facts = case.facts
    known_order = not case.framework.spine_assumed
    found: dict[tuple[Place, Place, str | None], list[Pair]] = {}
    bands: dict[tuple[Place, Place, str | None], tuple[ResolvedBand, ResolvedBand]] = {}
    for pair in _pairs(case, facts.family.id):
        if pair[1].grade in facts.executive or pair[0].grade in facts.executive:
            continue
        for zone, named in zones_apart(moment, pair):
            low, high = moment.of(pair[0], zone), moment.of(pair[1], zone)
            if not low or not high:
                continue
            key = (low.band.place, high.band.place, named)
            if key in found:
                found[key].append(pair)
            elif in_order(low.band) and in_order(high.band):
                found[key] = [pair]
                bands[key] = low, high
    return [
        BandStep(*bands[key], tuple(pairs), known_order and _ranks_apart(case, pairs[0]) == 1, key[2])
        for key, pairs in found.items()
    ]


def told_with(case: Case, moment: Moment, step: BandStep) -> str | None:
    """The family with which a step is told that several families share; None where it is this one."""
    for family in families_paid(case, moment):
        if family == case.facts.family.id:
            return None
        if any(_same(step, pair) for pair in _pairs(case, family)):
            return family_name(case.framework.families[family])
    return None


def step_subjects(case: Case, moment: Moment, step: BandStep) -> Iterator[Subject]:
    """The upper levels of the step, and the lower ones where either is an exception, in every family paid so."""
    both = step.low.exception or step.high.exception
    for family in families_paid(case, moment):
        own = family == case.facts.family.id
        pairs = step.pairs if own else tuple(one for one in _pairs(case, family) if _same(step, one))
        levels = [upper for _, upper in pairs] + [lower for lower, _ in pairs if both]
        for level in {level.key: level for level in levels}.values():
            yield Subject(family, level.track, level.id, level.grade, step.zone)


def step_name(case: Case, moment: Moment, step: BandStep) -> str:
    """How a message begins: ``From G4 to G5``, ``From 1 January 2027, from G4 to G5 of Specialist in London``."""
    since = moment.since()
    lower, upper = map(grade_name, step.grades)
    whose = ""
    if step.low.exception or step.high.exception:
        tracks = dict.fromkeys(high.track for _, high in step.pairs)
        whose = f" of {listed(track_name(case.framework.tracks[track]) for track in tracks)}"
    zone = next((one.name.plain for one in moment.structure.zones if one.id == step.zone), "")
    return f"{since}{'from' if since else 'From'} {lower} to {upper}{whose}{f' in {zone}' if zone else ''}"


def _ranks_apart(case: Case, pair: Pair) -> int:
    return case.facts.rank_of(pair[1]) - case.facts.rank_of(pair[0])


def _pairs(case: Case, family: str) -> Iterator[Pair]:
    """The rungs of the family's tracks, and the branches out of its stem unless the spine that makes them is assumed."""
    framework, ways = case.framework, case.facts.ways
    for track in case.every_family[family].tracks:
        yield from zip(track.levels, track.levels[1:], strict=False)
        if track.kind != "common" or not track.levels or framework.spine_assumed:
            continue
        for step in ways.leaving.get(track.levels[-1].key, ()):
            target = framework.levels[step.target]
            if step.kind == "branch" and family in framework.tracks[target.track].families:
                yield track.levels[-1], target


def _same(step: BandStep, pair: Pair) -> bool:
    """Whether a pair of levels of another family makes this very step."""
    if step.low.exception or step.high.exception:
        return any(one[0].key == pair[0].key and one[1].key == pair[1].key for one in step.pairs)
    return (pair[0].grade, pair[1].grade) == step.grades
