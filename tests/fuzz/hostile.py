"""Inputs made to be slow, huge or endless, and what ``ladderc check`` needs for each, as a whole process.

python tests/fuzz/hostile.py                 measures all, and prints the table of docs/robustness.md
python tests/fuzz/hostile.py deep aliases    measures those whose names begin so
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from ladderc.sources.characters import LARGEST

FIRM = """language: 1
name: Tarn
sponsor: J. Field
owner: P. Nair
reviewed: 2026-09-01
summary: We count exits by track, and moves between tracks in both directions.
dimensions: [{id: craft, name: Craft, measures: complexity}]
"""
GRADES = "grades: [{id: G1, name: One}, {id: G2, name: Two}, {id: G3, name: Three}]\n"
MANAGERS = """id: managers
name: Managers
kind: people-leadership
levels:
  - {id: M1, grade: G1, title: Team Lead}
  - {id: M2, grade: G2, title: Manager}
"""
PAY = "currency: GBP\nperiod: year\neffective: 2026-01-01\nbands: [{grade: G1, min: 1, max: 2}, {grade: G2, min: 2, max: 4}]\n"

Files = dict[str, str]


class Case(NamedTuple):
    """An input: what it is in words, and its files, which stand in for those of a small sound framework."""

    meaning: str
    files: Callable[[], Files]


class Measured(NamedTuple):
    """What one run took: processor seconds, MiB at the peak, exit code, and the first finding with its sentences."""

    seconds: float
    mebibytes: int
    code: int
    said: str


def sound() -> Files:
    """The small framework around each input."""
    return {"framework.yaml": FIRM + GRADES, "tracks/managers.yaml": MANAGERS, "pay/2026.yaml": PAY}


def experts(level: str = "", *, more: str = "") -> Files:
    """A track of experts with something at its first level, or behind its levels."""
    head = "id: experts\nname: Experts\nkind: specialist\nlevels:\n"
    return {"tracks/experts.yaml": f"{head}  - id: E1\n    grade: G1\n    title: Expert\n{level}{more}"}


def summary(text: str) -> Files:
    """A track whose level's summary is a text, in quotes."""
    return experts(f"    summary: '{text}'\n")


def fill(piece: str) -> str:
    """A piece repeated until a file is as large as may be."""
    return piece * ((LARGEST - 2000) // len(piece.encode()))


def each(piece: str) -> str:
    """A piece with a number in the place of ``{n}``, counted up until a file is about as large as may be."""
    made, size = [], 0
    for n in range(LARGEST):
        made.append(piece.replace("{n}", str(n)))
        size += len(made[-1].encode())
        if size > LARGEST - 3000:
            return "".join(made[:-1])
    return "".join(made)


def _aliases(wide: int, deep: int) -> Files:
    lines = [f"a0: &a0 [{', '.join(['x'] * wide)}]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * wide)}]" for n in range(1, deep)]
    return {"tracks/experts.yaml": "\n".join(lines) + "\n"}


def _spine(many: int) -> str:
    return "grades:\n" + "".join(f"  - id: G{n}\n" for n in range(1, many + 1))


def _ladder(many: int, each: Callable[[int], str] = lambda _: "", letter: str = "E", more: str = "") -> str:
    name, kind = {"E": ("experts", "specialist"), "M": ("managers", "people-leadership")}[letter]
    levels = "".join(f"  - {{id: {letter}{n}, grade: G{n}, title: Title {n}{each(n)}}}\n" for n in range(1, many + 1))
    return f"id: {name}\nname: {name.title()}\nkind: {kind}\nlevels:\n{levels}{more}"


def _long_ladders(many: int, each: Callable[[int], str] = lambda _: "", more: str = "") -> Files:
    return {
        "framework.yaml": FIRM + _spine(many),
        "tracks/experts.yaml": _ladder(many, each, more=more),
        "tracks/managers.yaml": _ladder(many, letter="M"),
    }


def _solves(n: int) -> str:
    return f"Solves matter {n} of area{n % 97} with tool{n % 89}."


def _statements(many: int, text: Callable[[int], str]) -> Files:
    lines = "".join(f"          - {text(n)}\n" for n in range(many))
    return experts(f"    expectations:\n      craft:\n        statements:\n{lines}")


def _high_tracks(many: int, high: int) -> Files:
    tracks = {}
    for n in range(many):
        below = f"t{n - 1}/L{high}" if n else ""
        levels = ""
        for rank in range(1, high + 1):
            on = f", builds_on: L{rank - 1}" if rank > 1 else f", builds_on: {below}" if below else ""
            levels += f"  - {{id: L{rank}, grade: G{rank}, title: Title {n} {rank}{on}}}\n"
        kind = "people-leadership" if n % 2 else "specialist"
        tracks[f"tracks/t{n}.yaml"] = f"id: t{n}\nname: Track {n}\nkind: {kind}\nlevels:\n{levels}"
    return {"framework.yaml": FIRM + _spine(high), **tracks}


def _filled_ladders(high: int, many: int) -> Files:
    def level(rank: int) -> str:
        statements = ", ".join(_solves(rank * many + n) for n in range(many))
        return f", expectations: {{craft: [{statements}]}}"

    tracks = {
        f"tracks/{name}.yaml": _ladder(high, level, letter) for letter, name in (("E", "experts"), ("M", "managers"))
    }
    return {"framework.yaml": FIRM + _spine(high), **tracks}


def _many_tracks(many: int, letter: str = "t", kind: str = "specialist") -> Files:
    return {
        f"tracks/{letter}{n}.yaml": f"id: {letter}{n}\nname: Track {letter}{n}\nkind: {kind}\n"
        f"levels:\n  - {{id: A, grade: G1, title: Expert {n}}}\n  - {{id: B, grade: G2, title: Senior Expert {n}}}\n"
        for n in range(many)
    }


def _moves(many: int) -> str:
    return "moves:\n" + "".join(
        f"  - {{from: E{n % 90 + 1}, to: managers/M{n // 90 % 90 + 1}, kind: lateral}}\n" for n in range(many)
    )


def _waivers(many: int, subject: str = "track: t{0}") -> str:
    return "".join(
        f"- {{rule: sponsor-named, subject: {{{subject.format(n)}}}, reason: Until spring., owner: Priya, expires: 2027-03-31}}\n"
        for n in range(many)
    )


def _recorded(many: int, more: str) -> str:
    return "".join(f'- {{rule: way-back, fingerprint: "{n:016x}", {more}}}\n' for n in range(many))


CASES: dict[str, Case] = {
    "file-too-large": Case("a file of 10 MiB, one line", lambda: {"tracks/experts.yaml": "a" * 10 * 2**20}),
    "one-line": Case("a sentence that fills 1 MiB in one line", lambda: summary(fill("a"))),
    "one-line-words": Case("the same, of words", lambda: summary(fill("leads 5 people and "))),
    "aliases-wide": Case("nine repeats of nine repeats, nine deep (a “billion laughs”)", lambda: _aliases(9, 9)),
    "aliases-long": Case("a list of 1,000 values, repeated 150,000 times", lambda: {
        "tracks/experts.yaml": f"a: &a [{', '.join(['x'] * 1000)}]\nb:\n" + "- *a\n" * 150_000}),
    "aliases-marks": Case("as many marks as fit", lambda: {
        "tracks/experts.yaml": "a:\n" + each("- &a{n} x\n")}),
    "aliases-unread": Case("100,000 repeats of one number", lambda: {
        "tracks/experts.yaml": "a: &a 007\nb:\n" + "- *a\n" * 99_000}),
    "deep-lists": Case("100,000 brackets, one in the other", lambda: {"tracks/experts.yaml": "a: " + "[" * 100_000}),
    "deep-groups": Case("1 MiB of `{a: ` one in the other", lambda: {"tracks/experts.yaml": fill("{a: ")}),
    "deep-dashes": Case("1 MiB of `- ` in one line", lambda: {"tracks/experts.yaml": fill("- ")}),
    "deep-enough": Case("100 lists one in the other, as deep as is read", lambda: {
        "tracks/experts.yaml": "a: " + "[" * 98 + "]" * 98}),
    "keys": Case("as many fields as fit, each with another name", lambda: {
        "tracks/experts.yaml": each("k{n}: 1\n")}),
    "keys-alike": Case("one field as often as it fits", lambda: {"tracks/experts.yaml": fill("k: 1\n")}),
    "keys-nearly": Case("as many misspelt fields as fit", lambda: experts(more=each("levles{n}: 1\n"))),
    "keys-long": Case("a field's name of 1 MiB", lambda: {"tracks/experts.yaml": fill("k") + ": 1\n"}),
    "list": Case("a list of as many duties as fit", lambda: experts("    duties:\n" + fill("      - a\n"))),
    "list-wrong": Case("as many entries as fit, of the wrong kind", lambda: experts("    duties:\n" + fill("      - [x]\n"))),
    "list-empty": Case("as many empty entries as fit", lambda: experts("    duties:\n" + fill("      -\n"))),
    "levels-wrong": Case("as many levels as fit, which lack everything", lambda: experts(more=fill("  - {id: x}\n"))),
    "id-long": Case("an id of 1 MiB", lambda: {"tracks/experts.yaml": f"id: {fill('x')}\nname: E\nkind: specialist\nlevels:\n  - {{id: E1, grade: G3, title: Expert}}\n"}),
    "ids-alike": Case("as many levels as fit, all of one id", lambda: experts(more=fill("  - {id: E1, grade: G1, title: Expert}\n"))),
    "references-unknown": Case("as many references as fit, which lead nowhere", lambda: experts(
        more="moves:\n" + fill("  - {from: E1, to: managers/Mx1, kind: lateral}\n"))),
    "number-long": Case("a number of 1 million digits", lambda: {"pay/2026.yaml": PAY.replace("max: 2", f"max: {fill('9')}")}),
    "number-exponent": Case("the number 1e999999999", lambda: {"pay/2026.yaml": PAY.replace("max: 2", "max: 1e999999999")}),
    "figures": Case("as many figures as fit, in a list", lambda: experts("    duties: [" + fill("1.50, ") + "1]\n")),
    "quotes": Case("1 MiB of curly quotes", lambda: summary(fill("“"))),
    "quotes-plain": Case("1 MiB of curly quotes without quotes around", lambda: experts(f"    summary: {fill('“ ')}\n")),
    "quotes-double": Case("half a million double quotes in a sentence", lambda: summary(fill('" '))),
    "quotes-open": Case("a quotation mark in each of 100,000 lines, none closed", lambda: {
        "tracks/experts.yaml": each('k{n}: "a\n')}),
    "brackets": Case("260,000 pairs of brackets in prose", lambda: summary(fill("(a) "))),
    "markup": Case("1 MiB of the signs of Markdown", lambda: summary(fill("**[a](b)`_"))),
    "hyphens": Case("1 MiB of hyphens and spaces", lambda: summary(fill("a- "))),
    "spaces": Case("1 MiB of spaces inside a sentence", lambda: summary("a" + fill(" ") + "b")),
    "spaces-plain": Case("1 MiB of spaces between two words without quotes", lambda: experts("    summary: a" + fill(" ") + "b\n")),
    "newlines": Case("1 million empty lines", lambda: experts(f"    summary: 'a{fill(chr(10))}b'\n")),
    "tabs": Case("half a million lines of tabs", lambda: {"tracks/experts.yaml": "id: x\n" + fill("\t\n")}),
    "colons": Case("1 MiB of `: `", lambda: {"tracks/experts.yaml": "a: b" + fill(": ")}),
    "remarks": Case("150,000 remarks", lambda: experts(more=fill("# a: b\n"))),
    "sentences-broken": Case("as many sentences as fit with a colon and without quotes", lambda: experts(
        "    duties:\n" + fill("      - Leads: the way\n"))),
    "sentences-number-sign": Case("as many sentences as fit that a number sign cuts off", lambda: experts(
        "    duties:\n" + fill("      - Owns issue #42 of all\n"))),
    "unicode": Case("half a million joined accents on one letter", lambda: summary("a" + fill("\u0301"))),
    "not-text": Case("1 MiB that are no UTF-8", lambda: {"tracks/experts.yaml": "\udcff" * (LARGEST - 10)}),
    "title-long": Case("a title of 1 MiB", lambda: {
        "tracks/experts.yaml": f"id: e\nname: E\nkind: specialist\nlevels:\n  - {{id: E1, grade: G1, title: {fill('Head of ')}}}\n"}),
    "statements": Case("10,000 statements of one level, all alike", lambda: _statements(10_000, lambda _: "Solves hard problems with care.")),
    "statements-differ": Case("10,000 statements, each of other words", lambda: _statements(
        10_000, lambda n: f"Solves problem {n} of area{n % 97} with tool{n % 89} for team{n % 83}.")),
    "statements-two-tracks": Case("5,000 statements at each of two tracks", lambda: {
        **_statements(5_000, _solves),
        "tracks/managers.yaml": _managed(5_000)}),
    "grades": Case("2,000 grades, two tracks with a level at each", lambda: _long_ladders(2_000)),
    "grades-many": Case("9,000 grades, two tracks with a level at each", lambda: _long_ladders(9_000)),
    "builds-on": Case("a chain of 9,000 levels, each of which builds on the one below", lambda: _long_ladders(
        9_000, lambda n: f", builds_on: E{n - 1}" if n > 1 else "")),
    "builds-on-round": Case("the same, in a circle", lambda: _long_ladders(
        2_000, lambda n: f", builds_on: E{n % 2_000 + 1}")),
    "moves": Case("8,100 moves between 90 levels and 90 others", lambda: _long_ladders(90, more=_moves(8_100))),
    "moves-alike": Case("as many moves as fit, from one level to one other", lambda: experts(
        more="moves:\n" + fill("  - {from: E1, to: managers/M1, kind: lateral}\n"))),
    "tracks": Case("1,000 tracks at the same two grades", lambda: _many_tracks(1_000)),
    "tracks-many": Case("5,000 tracks at the same two grades", lambda: _many_tracks(5_000)),
    "tracks-of-both": Case(
        "1,000 managers’ tracks beside 1,000 of experts, all at the same two grades",
        lambda: {**_many_tracks(1_000), **_many_tracks(1_000, "m", "people-leadership")},
    ),
    "tracks-high": Case(
        "50 tracks with 200 levels each, each of which builds on the one below", lambda: _high_tracks(50, 200)
    ),
    "moves-all": Case("20,000 moves among 200 levels of two tracks", lambda: _long_ladders(100, more=_moves(20_000))),
    "alike-two-tracks": Case(
        "10,000 statements, the same at each of two tracks",
        lambda: {**_statements(10_000, _solves), "tracks/managers.yaml": _managed(10_000)},
    ),
    "alike-many": Case(
        "40 levels with 480 statements each, the same at two tracks", lambda: _filled_ladders(20, 480)
    ),
    "waivers": Case("7,000 waivers that fit nothing", lambda: {"waivers.yaml": _waivers(7_000)}),
    "waivers-findings": Case("7,000 waivers and 1,000 tracks with findings", lambda: {
        **_many_tracks(1_000), "waivers.yaml": _waivers(7_000).replace("sponsor-named", "way-back")}),
    "baseline": Case(
        "9,000 findings in the baseline that are gone",
        lambda: {"baseline.yaml": _recorded(9_000, "about: level E1 of Experts")},
    ),
    "acks": Case(
        "7,000 acknowledgements of changes",
        lambda: {"acks.yaml": _recorded(7_000, "reason: Agreed., who: Priya, when: 2026-09-01, until: 2027-03-31")},
    ),
    "bands": Case("as many bands as fit, of one grade", lambda: {"pay/2026.yaml": PAY.replace("bands: [", "bands: [" + fill("{grade: G1, min: 1, max: 2}, "))}),
    "exceptions": Case("12,000 exceptions to bands", lambda: {"pay/2026.yaml": PAY + "exceptions:\n" + "".join(
        f"  - {{track: managers, grade: G1, min: {n + 1}, max: {n + 9}, because: market}}\n" for n in range(12_000))}),
    "zones": Case("5,000 zones", lambda: {"pay/2026.yaml": PAY + "zones:\n" + "".join(
        f"  - {{id: z{n}, name: Zone {n}, factor: 1.{n}}}\n" for n in range(5_000))}),
    "structures": Case("500 pay structures, each later than the one before", lambda: {
        f"pay/y{n}.yaml": PAY.replace("2026-01-01", f"{2027 + n}-01-01") for n in range(500)}),
    "families": Case("2,000 families without tracks", lambda: {
        "framework.yaml": FIRM + GRADES + "families:\n" + "".join(f"  - {{id: f{n}, name: Family {n}}}\n" for n in range(2_000)),
        "tracks/managers.yaml": MANAGERS + "family: f1\n"}),
    "dimensions": Case("5,000 dimensions", lambda: {
        "framework.yaml": FIRM.split("dimensions")[0] + GRADES + "dimensions:\n" + "".join(
            f"  - {{id: d{n}, name: Dimension {n}}}\n" for n in range(5_000))}),
    "rules": Case("as many settings as fit, of rules that there are not", lambda: {
        "framework.yaml": FIRM + GRADES + "rules:\n" + each("  rule{n}: {severity: off}\n")}),
    "files": Case("20,000 files in tracks/ that are no tracks", lambda: {f"tracks/a{n}.yaml": "" for n in range(20_000)}),
    "files-other": Case("20,000 files that are no concern of ours", lambda: {f"other/a{n}.txt": "" for n in range(20_000)}),
}  # fmt: skip


def _managed(many: int) -> str:
    lines = "".join(f"          - {_solves(n)}\n" for n in range(many))
    return (
        "id: managers\nname: Managers\nkind: people-leadership\nlevels:\n"
        f"  - id: M1\n    grade: G1\n    title: Lead\n    expectations:\n      craft:\n        statements:\n{lines}"
    )


def write(folder: Path, files: Files) -> None:
    """Write an input with the sound files around it."""
    for name, text in {**sound(), **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))


def measure(folder: Path, seconds: float = 25, arguments: tuple[str, ...] = ("check",)) -> Measured:
    """Run the command on a folder as a process of its own; stopped after some seconds."""
    import os
    import signal

    with tempfile.TemporaryFile() as out:
        command = [sys.executable, "-m", "ladderc", *arguments, str(folder), "--today", "2026-11-21"]
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, preexec_fn=_limits(seconds))
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode("utf-8", "replace")
    code = process.returncode
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        text = f"(stopped after {seconds:g} s)"
    return Measured(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, code, first_finding(text))


def _limits(seconds: float) -> Callable[[], None]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))

    return limit


def first_finding(text: str) -> str:
    """The first finding of a report with its sentences, in one line; else the beginning of the text."""
    lines = text.split("\n")
    for row, line in enumerate(lines):
        if line.startswith(("error ", "warning ", "note ")):
            said = []
            for below in lines[row + 1 :]:
                if not below.startswith("  ") or below.lstrip()[:1].isdigit():
                    break
                said.append(below.strip())
            return f"{line.split()[1]}: {' '.join(said)}"[:300]
    return " ".join(text.split())[:200]


def main(wanted: list[str]) -> None:
    """Measure, and print a row a case."""
    for name, case in CASES.items():
        if wanted and not name.startswith(tuple(wanted)):
            continue
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), case.files())
            got = measure(Path(folder))
        print(
            f"| {name} | {case.meaning} | {got.seconds:.1f} s | {got.mebibytes} MiB | {got.code} | {got.said} |",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
