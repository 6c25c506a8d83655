"""Where the steps between tracks run on the map: out of a station, along a lane between two rows, into a station."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ladderc.view.view import FamilyView, MapEdge

_LANE = 7.0
_LEAST_ROOM = 8.0
_CORNER = 6.0
Point = tuple[float, float]


class Line(NamedTuple):
    """One step drawn: ``path`` and ``arrows`` in SVG's words; ``column`` is the target's."""

    kind: str
    column: int
    source: str
    target: str
    path: str
    arrows: tuple[str, ...]


class Anchor(NamedTuple):
    """Where rows stand once the room for lanes is known; ``reach`` is from a station's middle to its edge."""

    middles: Sequence[float]
    bottoms: Sequence[float]
    reach: float


class _Run(NamedTuple):
    """A stretch along one gap between rows, at a lane counted from the gap's lower edge."""

    gap: int
    left: float
    right: float


class Route:
    """All steps of one family between its tracks; gaps are numbered by the row above them."""

    def __init__(self, family: FamilyView, at: Sequence[float], half: float, beside: float) -> None:
        self._at, self._half, self._beside = at, half, beside
        # The longest runs first: they take the lowest lanes, so that shorter ones turn off above them uncrossed.
        self._edges = sorted(
            (edge for edge in family.edges if edge.kind != "rung"),
            key=lambda e: (e.kind != "branch", -abs(e.source_column - e.target_column), e.source_row, e.source_column),
        )
        self._rungs = {(e.source_row, e.source_column, "top") for e in family.edges if e.kind == "rung"}
        self._rungs |= {(e.target_row, e.target_column, "bottom") for e in family.edges if e.kind == "rung"}
        self._taken: dict[int, list[list[_Run]]] = defaultdict(list)
        self._slots: dict[tuple[int, int, str, int], int] = defaultdict(int)
        self._beside_used: dict[int, int] = defaultdict(int)
        self._plans = [self._plan(edge) for edge in self._edges]

    def room(self, gap: int) -> float:
        """How high the gap under a row must be for its lanes."""
        lanes = len(self._taken[gap])
        return _LEAST_ROOM + (lanes * _LANE if lanes else 0)

    def lines(self, anchor: Anchor) -> tuple[Line, ...]:
        """The steps drawn, moves first so that the thicker branches lie over them."""
        drawn = [_line(edge, plan, anchor, self) for edge, plan in zip(self._edges, self._plans, strict=True)]
        return tuple(sorted(drawn, key=lambda line: line.kind == "branch"))

    def y(self, gap: int, lane: int, anchor: Anchor) -> float:
        """The height of a lane."""
        return round(anchor.bottoms[gap] + self.room(gap) - _LEAST_ROOM / 2 - _LANE / 2 - lane * _LANE + 3.5, 1)

    def _plan(self, edge: MapEdge) -> _Plan:
        up, same = edge.target_row < edge.source_row, edge.target_row == edge.source_row
        right = edge.target_column > edge.source_column
        out_side, in_side = ("top", "bottom") if up else ("bottom", "bottom" if same else "top")
        start = self._at[edge.source_column] + self._offset(edge.source_row, edge.source_column, out_side, right)
        end_right = not right
        end = self._at[edge.target_column] + (
            0.0
            if edge.kind == "branch" and (edge.target_row, edge.target_column, in_side) not in self._rungs
            else self._offset(edge.target_row, edge.target_column, in_side, end_right)
        )
        first = edge.source_row - 1 if up else edge.source_row
        last = edge.target_row if up or same else edge.target_row - 1
        if first == last:
            return _Plan(start, end, out_side, in_side, ((first, self._lane(first, start, end)),), None)
        across = self._at[edge.target_column] - self._half - self._margin(edge.target_column)
        lanes = (first, self._lane(first, start, across)), (last, self._lane(last, across, end))
        return _Plan(start, end, out_side, in_side, lanes, across)

    def _offset(self, row: int, column: int, side: str, right: bool) -> float:
        """How far from a station's middle a line leaves it; to the side it turns to, clear of the rung."""
        taken = self._slots[row, column, side, right]
        self._slots[row, column, side, right] += 1
        # Later lines are shorter and run higher: they leave nearer to the middle.
        away = max(self._half - 5 - 5 * taken, 3.0)
        return away if right else -away

    def _margin(self, column: int) -> float:
        used = self._beside_used[column]
        self._beside_used[column] += 1
        return min(5.0 + 4 * used, max(self._beside - 2, 3.0))

    def _lane(self, gap: int, one: float, other: float) -> int:
        run = _Run(gap, min(one, other) - 4, max(one, other) + 4)
        for number, lane in enumerate(self._taken[gap]):
            if all(run.right < taken.left or run.left > taken.right for taken in lane):
                lane.append(run)
                return number
        self._taken[gap].append([run])
        return len(self._taken[gap]) - 1


class _Plan(NamedTuple):
    """A step before heights are known: where it leaves, its lanes, where it arrives."""

    start: float
    end: float
    out_side: str
    in_side: str
    lanes: tuple[tuple[int, int], ...]
    across: float | None


def _line(edge: MapEdge, plan: _Plan, anchor: Anchor, route: Route) -> Line:
    leave = anchor.middles[edge.source_row] + (anchor.reach if plan.out_side == "bottom" else -anchor.reach)
    arrive = anchor.middles[edge.target_row] + (anchor.reach if plan.in_side == "bottom" else -anchor.reach)
    heights = [route.y(gap, lane, anchor) for gap, lane in plan.lanes]
    points: list[Point] = [(plan.start, leave), (plan.start, heights[0])]
    if plan.across is not None:
        points += [(plan.across, heights[0]), (plan.across, heights[-1])]
    points += [(plan.end, heights[-1]), (plan.end, arrive)]
    arrows: tuple[str, ...] = () if edge.kind == "branch" else (_arrow(plan.end, arrive, plan.in_side),)
    if edge.both_ways:
        arrows += (_arrow(plan.start, leave, plan.out_side),)
    return Line(edge.kind, edge.target_column, edge.source.key, edge.target.key, _rounded(points), arrows)


def _arrow(x: float, y: float, side: str) -> str:
    """A small triangle that points into a station from above or below."""
    away = 6 if side == "bottom" else -6
    return f"{x:g},{y:g} {x - 3.5:g},{y + away:g} {x + 3.5:g},{y + away:g}"


def _rounded(points: list[Point]) -> str:
    """A path of straight stretches with round corners."""
    path = f"M{points[0][0]:g} {points[0][1]:g}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_CORNER, _length(before, corner) / 2, _length(corner, after) / 2)
        near, far = _toward(corner, before, radius), _toward(corner, after, radius)
        path += f"L{near[0]:g} {near[1]:g}Q{corner[0]:g} {corner[1]:g} {far[0]:g} {far[1]:g}"
    return path + f"L{points[-1][0]:g} {points[-1][1]:g}"


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(point: Point, other: Point, distance: float) -> Point:
    whole = _length(point, other)
    if not whole:
        return point
    share = distance / whole
    x, y = point[0] + (other[0] - point[0]) * share, point[1] + (other[1] - point[1]) * share
    return round(x, 1), round(y, 1)
