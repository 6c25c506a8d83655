"""From a reference to the place where its name is declared."""

from __future__ import annotations

from lsprotocol import types

from ladderc.lsp.cursor import under
from ladderc.lsp.desk import Desk, Spot, as_bytes
from ladderc.lsp.hover import named_at
from ladderc.sources.places import locate


def definition(desk: Desk, spot: Spot, position: types.Position) -> list[types.Location]:
    """Where the word at a position is declared; several places where it could mean several things."""
    row, column = desk.lines(spot).row_and_column(position)
    here = under(desk.text(spot), row, column)
    if here is None:
        return []
    found = []
    for name in named_at(here, spot, desk.look_at(spot.root)):
        target = Spot(spot.root, name.place.file)
        span = locate(as_bytes(desk.text(target)), [name.place])[name.place]
        found.append(types.Location(desk.address(target), desk.lines(target).range_of(span)))
    return found
