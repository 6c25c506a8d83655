"""Fuzzing with bytes (atheris): any bytes as files of a framework, through every stage to the reports.

    pip install -e ".[fuzz]"
    python tests/fuzz/bytes_fuzz.py CORPUS -max_total_time=600

Files that are joined by ``BETWEEN`` make one framework. The first byte of each says what it is; what the first
file is not, a small sound framework stands around, unless the byte says that it stands alone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)]

FOUND = Path(os.environ.get("LADDERC_FUZZ_FOUND", "fuzz-found"))
WHOLE = 16
"""Of how many inputs one is told in every format, and all twice."""

BETWEEN = b"\n%%%%\n"
NAMES = (
    "framework.yaml",
    "tracks/one.yaml",
    "tracks/two.yaml",
    "pay/2026.yaml",
    "pay/2027.yaml",
    "waivers.yaml",
    "releases.yaml",
    "baseline.yaml",
    "acks.yaml",
)
AROUND = {
    "framework.yaml": b"""language: 1
name: Tarn
grades: [{id: G1, name: One}, {id: G2, name: Two}, {id: G3, name: Three}]
dimensions: [{id: craft, name: Craft, measures: complexity}]
""",
    "tracks/one.yaml": b"""id: one
name: Managers
kind: people-leadership
levels:
  - {id: M1, grade: G1, title: Lead, expectations: {craft: [Leads four people.]}}
  - {id: M2, grade: G2, title: Manager, expectations: {craft: [Leads leads.]}}
  - {id: M3, grade: G3, title: Director}
""",
    "tracks/two.yaml": b"""id: two
name: Specialists
kind: specialist
levels:
  - {id: S1, grade: G1, title: Expert, expectations: {craft: [Solves what others cannot.]}}
  - {id: S2, grade: G2, title: Senior Expert}
moves: [{from: S1, to: one/M1, kind: lateral, pay: protected}]
""",
    "pay/2026.yaml": b"""currency: GBP
period: year
effective: 2026-01-01
bands: [{grade: G1, min: 1, max: 2}, {grade: G2, min: 2, max: 4}, {grade: G3, min: 3, max: 6}]
""",
}


def files_of(data: bytes) -> dict[str, bytes]:
    """The files that bytes stand for, by path."""
    parts = data.split(BETWEEN)
    alone = parts[0][:1] >= b"\x80"
    files = {} if alone else dict(AROUND)
    for part in parts:
        first = part[:1] or b"\0"
        files[NAMES[(first[0] & 0x7F) % len(NAMES)]] = part[1:]
    return files


def bytes_of(files: dict[str, bytes]) -> bytes:
    """Bytes that stand for files, for a corpus."""
    parts = [bytes([NAMES.index(name) | 0x80]) + content for name, content in files.items() if name in NAMES]
    return BETWEEN.join(parts)


def try_bytes(data: bytes) -> None:
    """One input; what breaks is written down, and the run goes on."""
    from promises import held, without_failing  # after atheris has had its hands on the imports
    from recording import record

    files = files_of(data)
    try:
        without_failing(lambda: held(files, whole=sum(data) % WHOLE == 0))
    except Exception as error:
        record(FOUND, error, files)


def main() -> None:
    """Run until the fuzzer stops."""
    import atheris

    with atheris.instrument_imports(include=["ladderc"]):
        import promises  # noqa: F401 - imported here to be instrumented

        from ladderc.rules import catalog

        catalog.load_all()
    atheris.Setup(sys.argv, try_bytes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
