"""What an import has to tell: what it guessed, and what of the table it could not place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ladderc.edit.table import Cell, shown

_LONGEST = 60


class Unplaced(NamedTuple):
    """Something of a row that is not in the framework; ``whole`` where nothing of the row is."""

    row: int
    why: str
    whole: bool


class Ledger:
    """Guesses in the order in which they were made, and rows that lost something."""

    def __init__(self) -> None:
        self.guesses: list[str] = []
        self.unplaced: list[Unplaced] = []

    def guess(self, sentence: str) -> None:
        """Remember a guess, in a whole sentence; one that was made before is not made again."""
        if sentence not in self.guesses:
            self.guesses.append(sentence)

    def lose(self, row: int, why: str, *, whole: bool = False) -> None:
        """Remember that a row, or a cell of it, could not be placed."""
        self.unplaced.append(Unplaced(row, why, whole))


def quoted(cell: Cell) -> str:
    """What a cell holds, for a message: on one line and not too long."""
    text = " ".join(shown(cell).split())
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}`"


def row_numbers(numbers: Sequence[int]) -> str:
    """``row 4``, ``rows 4, 6–9``; the numbers must rise."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number <= runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    said = ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in runs)
    return f"{'row' if len(set(numbers)) == 1 else 'rows'} {said}"
