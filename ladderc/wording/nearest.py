"""The known name that somebody most likely meant, and lists of names in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` that ``word`` was most likely meant to be, or None if nothing is near.

    Case, hyphens, underscores and spaces do not count; swapped neighbours count as one slip.
    A name that alone begins with the word (or the word with it) comes first;
    then one slip is allowed up to five characters, two up to nine, three above.
    Other digits are never a slip (``S10`` is not ``S1``), nor is ``max`` for ``min``.
    Of two equally near ones the first in ``known`` is taken, so the answer never varies.
    """
    plain = _plain(word)
    candidates = [(name, other) for name in known if (other := _plain(name)) and _comparable(plain, other)]
    beginnings = []
    allowed = _allowed(plain)
    best: tuple[int, str] | None = None
    for name, other in candidates:
        if other == plain:
            return name
        if min(len(plain), len(other)) >= 3 and (other.startswith(plain) or plain.startswith(other)):
            beginnings.append(name)
        if abs(len(other) - len(plain)) > allowed or len(plain) > _LONGEST:
            continue
        slips = _slips(plain, other)
        # A name of two letters has everything of two letters within two slips: half of it may not differ.
        if slips <= allowed and 2 * slips < max(len(other), len(plain)) and (best is None or slips < best[0]):
            best = (slips, name)
    if len(beginnings) == 1:
        return beginnings[0]
    return best[1] if best else None


def only_near(word: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` of which ``word`` can only be a slip, or None: nothing is near, or more than one is.

    Stricter than ``nearest``: of two that are near neither is certain,
    and a name that goes on where the other ends may be another name altogether.
    """
    names = tuple(dict.fromkeys(known))
    same = [name for name in names if alike(word, name)]
    if same:
        return same[0] if len(same) == 1 else None
    near = nearest(word, names)
    if near is None or nearest(word, [name for name in names if name != near]):
        return None
    plain = _plain(word)
    return near if _slips(plain, _plain(near)) <= _allowed(plain) else None


def alike(left: str, right: str) -> bool:
    """Whether two names differ in nothing but case, hyphens, underscores and spaces."""
    return _plain(left) == _plain(right)


def listed(values: Sequence[str], most: int = 10, last: str = "or") -> str:
    """Names in a sentence: ``\\`a\\`, \\`b\\` or \\`c\\```; above ``most`` it says how many are left out."""
    shown = [f"`{value}`" for value in values[:most]]
    left = len(values) - len(shown)
    if left:
        return f"{', '.join(shown)} and {left} more"
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {last} {shown[-1]}"


_LONGEST = 100
"""Most letters of a name that are compared one by one, which takes time with the square of their number."""


def _plain(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _allowed(plain: str) -> int:
    """How many slips a word of that length may have."""
    return 1 if len(plain) <= 5 else 2 if len(plain) <= 9 else 3


def _comparable(left: str, right: str) -> bool:
    digits = [[letter for letter in word if letter.isdigit()] for word in (left, right)]
    ends = {word[:3] for word in (left, right)}
    return digits[0] == digits[1] and ends != {"min", "max"}


def _slips(left: str, right: str) -> int:
    """Letters to add, drop, change or swap with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
