"""Changes the rules one small thing at a time and counts how many changes the tests notice.

``python tests/mutation/run.py --sample 12`` takes twelve changes of each file of `ladderc/rules/`, the same ones every time,
in clones of the last commit, and prints a table and the survivors in Markdown for docs/mutation.md.
What became of a file's changes is kept in `build/mutation/`, and done again only where the file or its tests changed.
It needs ``pip install cosmic-ray``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from changes import lines_changed, sample_of
from proving import tests_of
from trial import is_noticed, read_examples, settle_in

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "mutation"
WORKERS = 2
PATIENCE = 5
"""How many times as long as usual the tests may take; a change that makes them run for ever has been noticed."""
LONGEST = 300
"""Seconds that they may take in any case."""


class Mutant(NamedTuple):
    """One change: where, of which kind, whether a test failed because of it, and the lines that it changed."""

    file: str
    line: int
    operator: str
    noticed: bool
    diff: str

    @property
    def part(self) -> str:
        """The category of a rule, ``shared`` for what rules have in common."""
        names = Path(self.file).parts
        return names[2] if len(names) > 3 else "shared"


def mutants(clone: Path, module: str, sample: int) -> list[Mutant]:
    """What became of some changes of one file, from an earlier run where nothing has changed since."""
    tests = tests_of(clone, module)
    kept = KEPT / f"{module.replace('/', '.')}.{_state(clone, [module, *tests], sample)}.json"
    if kept.exists():
        return [Mutant(*fields) for fields in json.loads(kept.read_text(encoding="utf-8"))]
    path = clone / module
    source = path.read_text(encoding="utf-8")
    found = []
    read_examples(module)
    begun = time.monotonic()
    if is_noticed(module, tests, LONGEST):
        raise AssertionError(f"the tests of {module} fail before anything is changed")
    patience = min(LONGEST, 5 + int(PATIENCE * (time.monotonic() - begun)))
    for change in sample_of(source, sample):
        changed = change.made(source)
        path.write_text(changed, encoding="utf-8")
        noticed = is_noticed(module, tests, patience)
        found.append(Mutant(module, change.line, change.kind, noticed, lines_changed(source, changed)))
    path.write_text(source, encoding="utf-8")
    for old in KEPT.glob(f"{module.replace('/', '.')}.*.json"):
        old.unlink()
    kept.write_text(json.dumps(found), encoding="utf-8")
    return found


def _state(clone: Path, files: Iterable[str], sample: int) -> str:
    """What the outcome depends on: the file, the tests that are run on it, the cases and verdicts, the sample."""
    digest = hashlib.sha256(str(sample).encode())
    for name in files:
        path = clone / name.split("::")[0]
        digest.update(path.read_bytes())
        if "[" in name:
            stem = name.split("[")[1].rstrip("]").replace("-", "_")
            digest.update((clone / "tests" / "rules" / "verdicts" / f"{stem}.txt").read_bytes())
    return digest.hexdigest()[:12]


def _cloned(folder: Path) -> Path:
    """A clone of the last commit whose compiled files are trusted by their content, not by their date."""
    subprocess.run(["git", "clone", "-q", str(ROOT), str(folder)], check=True)
    compiling = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "ladderc", "tests"]
    subprocess.run(compiling, cwd=folder, check=True)
    return folder


def every_mutant(only: str, sample: int) -> list[Mutant]:
    """The changes of every file whose path contains ``only``, each worker in a clone of its own."""
    KEPT.mkdir(parents=True, exist_ok=True)
    context = multiprocessing.get_context("spawn")
    found: list[Mutant] = []
    with tempfile.TemporaryDirectory() as folder:
        clones = [_cloned(Path(folder) / str(number)) for number in range(WORKERS)]
        free = context.SimpleQueue()
        for clone in clones:
            free.put(clone)
        rules = clones[0] / "ladderc" / "rules"
        paths = [*sorted(rules.glob("*/*.py")), *sorted(rules.glob("*.py"))]  # the quick ones first
        names = [path.relative_to(clones[0]).as_posix() for path in paths if path.stem != "__init__"]
        with ProcessPoolExecutor(WORKERS, context, _move_into, (free,)) as workers:
            tried = {workers.submit(_mutants_here, name, sample): name for name in names if only in name}
            for done in as_completed(tried):
                if done.exception():
                    print(f"{tried[done]} was not tried: {done.exception()}", file=sys.stderr)
                    continue
                found += done.result()
                print(
                    f"{tried[done]}: {sum(one.noticed for one in done.result())} of {len(done.result())}",
                    file=sys.stderr,
                )
    return sorted(found)


def _move_into(free: Any) -> None:
    settle_in(free.get())


def _mutants_here(module: str, sample: int) -> list[Mutant]:
    return mutants(Path.cwd(), module, sample)


def told(found: list[Mutant]) -> Iterator[str]:
    """The score of each part, and what nobody noticed."""
    yield "| part | files | changes | noticed | |\n|---|---:|---:|---:|---:|"
    by_part = sorted(found, key=lambda one: (one.part == "shared", one.part))
    for part, members in groupby(by_part, key=lambda one: one.part):
        yield _row(part, list(members))
    yield _row("**together**", found)
    for one in found:
        if not one.noticed:
            yield f"\n### {one.file}, line {one.line}: {one.operator}\n\n```diff\n{one.diff}\n```"


def _row(part: str, members: list[Mutant]) -> str:
    noticed = sum(one.noticed for one in members)
    share = f"{100 * noticed / len(members):.1f} %" if members else ""
    return f"| {part} | {len({one.file for one in members})} | {len(members)} | {noticed} | {share} |"


def main() -> None:
    """Run the sample and print the result."""
    options = argparse.ArgumentParser()
    options.add_argument("--sample", type=int, default=12, help="changes a file")
    options.add_argument("--only", default="", help="part of a path, e.g. rules/pay/")
    chosen = options.parse_args()
    for line in told(every_mutant(chosen.only, chosen.sample)):
        print(line)


if __name__ == "__main__":
    main()
