"""Mends what has one right answer, round by round, until nothing more can be mended or every mend left would do harm."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ladderc.edit.bandorder import in_order
from ladderc.edit.declared import doubtful
from ladderc.edit.edits import Mend, apart, applied, edits_for
from ladderc.edit.modeline import schema_of, with_modeline
from ladderc.edit.shown import shown
from ladderc.edit.worse import Standing, changed, is_worse, standing
from ladderc.finding import Finding, Severity
from ladderc.sources.characters import clean
from ladderc.sources.document import FileKind, Reading
from ladderc.sources.doubt import PAIRS
from ladderc.sources.names import kind_of
from ladderc.sources.reach import END, reach
from ladderc.sources.read import read_again, read_file

MODELINE, BAND_ORDER = "modeline", "band-order"
"""What is mended although no rule asks for it, by the name that ``only`` takes."""

_MOST_ROUNDS = 1_000
_MOST_READ = 16 * 1024 * 1024
"""Most bytes that are read to mend one broken file, all tries together; what is left then waits for the next time."""
_FEW_ROUNDS = 20
"""So many rounds over all files are made, however large they are together."""

_NEVER_RIGHT = ("\u00a0", "\u202f", *PAIRS)
_Allows = Callable[[Finding], bool]
_Key = tuple[str, object, str]


class Made(NamedTuple):
    """One mend as a person is told of it; ``line`` counts from 1 in the file as it was when the mend was made."""

    file: str
    line: int
    rule: str
    before: str
    after: str


class Mended(NamedTuple):
    """What came of it: the files as they are now read, new bytes by file, what was done, and what would have done harm."""

    reading: Reading
    contents: Mapping[str, bytes]
    made: tuple[Made, ...]
    refused: tuple[Finding, ...]


class _Work:
    """The mending of one framework while it lasts."""

    def __init__(self, reading: Reading, today: datetime.date, only: frozenset[str]) -> None:
        self.reading = reading
        self.today = today
        self.only = only
        self.contents: dict[str, bytes] = {}
        self.made: list[Made] = []
        self.refused: dict[_Key, Finding] = {}
        self.left: set[_Key] = set()

    def wants(self, rule: str) -> bool:
        return not self.only or rule in self.only

    def mends(self, findings: Iterable[Finding], contents: Mapping[str, bytes]) -> dict[str, list[Mend]]:
        """The certain mends by file, none of which touches another."""
        certain = (
            finding
            for finding in findings
            if finding.fixes
            and all(edit.certain for edit in finding.fixes)
            and self.wants(finding.rule)
            and _key(finding) not in self.refused
        )
        return {file: apart(several) for file, several in edits_for(certain, contents).items()}

    def take(self, contents: Mapping[str, bytes], mends: Iterable[Mend]) -> None:
        """Keep the new bytes of some files, and say what was mended."""
        for mend in mends:
            self.made.append(told(mend, self.reading.contents[mend.finding.place.file]))
        self.contents |= contents


def mended(
    reading: Reading, today: datetime.date, only: frozenset[str] = frozenset(), schemas: frozenset[str] = frozenset()
) -> Mended:
    """Everything certain mended; ``only`` names the rules to mend, empty for all.

    ``schemas`` are the schema files that the framework has, by path: a modeline leads to nothing else.
    Files keep every byte that no mend is about.
    """
    work = _Work(reading, today, only)
    if work.wants(MODELINE):
        _modelines(work, schemas)
    for file, kind in work.reading.broken:
        _readable(work, file, kind)
    _linked(work)
    if work.wants(BAND_ORDER):
        _bands(work)
    refused = tuple(finding for key, finding in work.refused.items() if key in work.left)
    kept = {file: content for file, content in work.contents.items() if content != reading.contents[file]}
    return Mended(work.reading, kept, tuple(sorted(work.made, key=_by_place)), refused)


def told(mend: Mend, content: bytes) -> Made:
    """One mend as a person is told of it; ``content`` is what its file held before."""
    before, after = shown(content, mend.changes)
    return Made(mend.finding.place.file, mend.span.line, mend.finding.rule, before, after)


def _modelines(work: _Work, schemas: frozenset[str]) -> None:
    for file, content in work.reading.contents.items():
        kind = kind_of(file)
        if kind is None or schema_of(kind) not in schemas or isinstance(clean(file, content), Finding):
            continue
        after = with_modeline(file, kind, content)
        if after != content:
            line = after.decode("utf-8-sig").splitlines()[0]
            work.made.append(Made(file, 1, MODELINE, "", line))
            work.contents[file] = after
    work.reading = read_again(work.reading, work.contents)


def _readable(work: _Work, file: str, kind: FileKind) -> None:
    """Mend a file that cannot be read as far as that goes, one fault after the other, as the parser meets them."""
    content = work.reading.contents.get(file, b"")
    may_read = _MOST_READ
    for _ in range(_MOST_ROUNDS):
        document, findings = read_file(file, kind, content)
        if document is not None:
            break
        mends = work.mends(findings, {file: content}).get(file, [])
        progress = _progress(file, content, findings)
        for chosen in [mends, *([one] for one in mends)]:
            may_read -= len(content)
            if may_read < 0:
                return
            after = applied(content, (change for mend in chosen for change in mend.changes))
            if chosen and _progress(file, after, read_file(file, kind, after)[1]) > progress:
                work.take({file: after}, chosen)
                work.reading = read_again(work.reading, {file: after})
                content = after
                break
        else:
            work.refused |= {_key(mend.finding): mend.finding for mend in mends}
            break


def _progress(file: str, content: bytes, findings: list[Finding]) -> tuple[int, int, tuple[int, int], int]:
    """How far a broken file is on its way to be read: greater is further."""
    bare = clean(file, content)
    if isinstance(bare, Finding):
        span = bare.place.span
        return (0, 0, (span.line, -len(content)) if span else (0, 0), 0)
    errors = sum(1 for finding in findings if finding.severity is Severity.ERROR)
    if reach(bare) == END:
        return (2, 0, (0, 0), -errors)
    # The fault that stops the parser is told last. Where the parser stops says less: at a quote that is not closed
    # it goes on to the next quote, and once that is mended it may stop before it.
    span = findings[-1].place.span
    # These signs are never right where they are mended, even if another fault above still stops the parser.
    signs = sum(bare.decode().count(sign) for sign in _NEVER_RIGHT)
    return (1, -signs, (span.line, span.column) if span else (0, 0), -errors)


def _linked(work: _Work) -> None:
    """Mend faults of shape and of names, round by round, as one uncovers the next."""
    before = standing(work.reading, work.today)
    may_read = _MOST_READ
    for turn in range(_MOST_ROUNDS):
        doubts = doubtful(before.links, before.reading.documents)
        clear = (finding for finding in before.findings if not doubts.intersection(finding.fixes))
        mends = work.mends(clear, before.reading.contents)
        if not mends:
            work.left = {_key(finding) for finding in before.findings}
            break
        may_read -= sum(len(before.reading.contents[file]) for file in mends)
        if turn > _FEW_ROUNDS and may_read < 0:
            break
        before = _kept(work, before, list(mends.values()))
        work.reading = before.reading


def _kept(work: _Work, before: Standing, by_file: list[list[Mend]]) -> Standing:
    """How the framework stands with those of the mends that do no harm; halved until the harmful ones are found."""
    every = [mend for several in by_file for mend in several]
    after = _tried(work, before, every)
    if after is not None:
        return after
    if len(every) == 1:
        work.refused[_key(every[0].finding)] = every[0].finding
        return before
    if len(by_file) > 1:
        half = len(by_file) // 2
        return _kept(work, _kept(work, before, by_file[:half]), by_file[half:])
    half = len(every) // 2
    after = _kept(work, before, [every[:half]])
    if after is not before:
        return after  # what else is to be mended in this file may have moved: the next round finds it again
    return _kept(work, before, [every[half:]])


def _tried(work: _Work, before: Standing, mends: list[Mend]) -> Standing | None:
    """How the framework stands with these mends, which are then kept; None if they make it worse."""
    contents = {
        file: applied(
            before.reading.contents[file], (change for one in mends for change in one.changes if _of(one, file))
        )
        for file in dict.fromkeys(one.finding.place.file for one in mends)
    }
    after = changed(before, contents, work.today)
    if is_worse(before, after, mends):
        return None
    work.reading = before.reading
    work.take(contents, mends)
    return after


def _bands(work: _Work) -> None:
    before = standing(work.reading, work.today)
    if before.framework is None:
        return
    rank = {grade.id: grade.rank for grade in before.framework.grades}
    for document in work.reading.documents:
        if document.kind != "pay" or before.unusable(document.file):
            continue
        content = work.reading.contents[document.file]
        after, line = in_order(document, content, rank)
        if after != content:
            work.made.append(Made(document.file, line, BAND_ORDER, "", ""))
            work.contents[document.file] = after
    work.reading = read_again(work.reading, work.contents)


def _of(mend: Mend, file: str) -> bool:
    return mend.finding.place.file == file


def _key(finding: Finding) -> _Key:
    return finding.rule, finding.place, finding.message


def _by_place(made: Made) -> tuple[str, int]:
    return made.file, made.line
