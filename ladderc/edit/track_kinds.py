"""The kind of each track of a table: said, written in a column, or guessed."""

from __future__ import annotations

from collections.abc import Sequence

from ladderc.edit.draft import DraftTrack
from ladderc.edit.kinds import KINDS, Guess, Ladder, kind_named, kind_written, kinds_standing
from ladderc.edit.options import folded
from ladderc.edit.spine import Ordered
from ladderc.errors import UsageError
from ladderc.model.kinds import TrackKind
from ladderc.wording.nearest import listed, nearest


def track_kinds(drafts: Sequence[DraftTrack], ordered: Ordered, said: Sequence[tuple[str, str]]) -> list[Guess]:
    """The kind of each track: as ``said`` (pairs of a track's name and a kind), as written in the table, else guessed.

    UsageError where a pair names no track of the table or no kind.
    """
    chosen = _chosen(drafts, said)
    ladders = []
    for draft, rungs in zip(drafts, ordered.rungs, strict=True):
        ranks = [ordered.grades.index(grade) for grade in rungs]
        written = chosen.get(folded(draft.name)) or draft.kind.value
        known = Guess(next(one for one in KINDS if one == written)) if written else kind_named(draft.name)
        ladders.append(Ladder(folded(draft.family), min(ranks), max(ranks), known))
    return list(kinds_standing(ladders))


def _chosen(drafts: Sequence[DraftTrack], said: Sequence[tuple[str, str]]) -> dict[str, TrackKind]:
    """The kinds that the person gave, by the folded names of tracks."""
    chosen: dict[str, TrackKind] = {}
    names = {folded(draft.name): draft.name for draft in drafts}
    for name, kind in said:
        if folded(name) not in names:
            near = nearest(name, names.values())
            mend = f"Write `{near}`." if near else f"The tracks are {listed(tuple(names.values()), 30, 'and')}."
            raise UsageError(f"`--kind` names the track `{name}`, which no row has.\n{mend}")
        found = kind_written(kind)
        if found is None:
            near = nearest(kind, KINDS)
            mend = f'Write `--kind "{name}={near}"`.' if near else f"Choose {listed(KINDS)}."
            raise UsageError(f"`{kind}` is no kind of track.\n{mend}")
        chosen[folded(name)] = found
    return chosen
