"""Changes the rules one small thing at a time and counts how many changes the tests notice.

``python tests/mutation/run.py --sample 5`` takes five changes of each rule file, the same ones every time,
in a clone of the last commit, and prints a table and the survivors in Markdown for docs/mutation.md.
It needs ``pip install cosmic-ray``.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
KEPT_OUT = ("RemoveDecorator", "BitOr_")
"""Kinds of change that change nothing: `int | None` in an annotation is never read when the rules run."""

CONFIG = """[cosmic-ray]
module-path = "{module}"
timeout = 120.0
excluded-modules = []
test-command = "{python} -m pytest -x -q -p no:cacheprovider tests/rules/test_rule_examples.py tests/rules/test_cases.py tests/rules/test_headcount.py tests/rules/test_paths.py -k '{words}'"
[cosmic-ray.distributor]
name = "local"
"""


class Mutant(NamedTuple):
    """One change: where, of which kind, and whether a test failed because of it."""

    rule: str
    line: int
    operator: str
    killed: bool
    diff: str


def mutants(clone: Path, rule: Path, sample: int, work: Path) -> list[Mutant]:
    """The fate of some changes of one rule file."""
    stem = rule.stem
    config, session = work / f"{stem}.toml", work / f"{stem}.sqlite"
    words = f"{stem} or {stem.replace('_', '-')}"
    config.write_text(CONFIG.format(module=rule, python=sys.executable, words=words))
    environment = {**os.environ, "PYTHONPATH": str(clone)}
    cosmic = Path(sys.executable).parent / "cosmic-ray"
    quiet = {
        "cwd": clone,
        "env": environment,
        "check": True,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    subprocess.run([cosmic, "init", str(config), str(session), "--force"], **quiet)  # type: ignore[call-overload]
    _keep(session, sample)
    subprocess.run([cosmic, "exec", str(config), str(session)], **quiet)  # type: ignore[call-overload]
    with sqlite3.connect(session) as base:
        rows = base.execute(
            "select start_pos_row, operator_name, test_outcome, diff from work_results natural join mutation_specs"
        ).fetchall()
    return [
        Mutant(stem, line, name.split("/")[-1], outcome.upper() != "SURVIVED", diff)
        for line, name, outcome, diff in rows
    ]


def _keep(session: Path, sample: int) -> None:
    """Leave only the sample in a session: chosen by what the change is, so that it is the same every time."""
    with sqlite3.connect(session) as base:
        rows = base.execute(
            "select job_id, operator_name, occurrence, start_pos_row, start_pos_col from mutation_specs"
        ).fetchall()
        ordered = sorted(rows, key=lambda row: hashlib.sha256(repr(row[1:3]).encode()).hexdigest())
        kept = [row for row in ordered if not any(word in row[1] for word in KEPT_OUT)][:sample]
        unwanted = {row[0] for row in rows} - {row[0] for row in kept}
        for table in ("mutation_specs", "work_items"):
            base.executemany(f"delete from {table} where job_id = ?", [(job,) for job in unwanted])


def _shown(diff: str) -> str:
    """The changed lines of a diff, without the heading that names a folder of this machine."""
    return "\n".join(line for line in diff.splitlines() if not line.startswith(("---", "+++"))).strip()


def main() -> None:
    """Run the sample over two clones and print the result."""
    options = argparse.ArgumentParser()
    options.add_argument("--sample", type=int, default=5)
    options.add_argument("--only", default="")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        clones = [Path(folder) / name for name in ("one", "two")]
        for clone in clones:
            subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        names = sorted(
            path.relative_to(ROOT) for path in (ROOT / "ladderc" / "rules").glob("*/*.py") if path.stem != "__init__"
        )
        names = [name for name in names if chosen.only in str(name)]

        def half(which: int) -> list[Mutant]:
            work = Path(folder) / f"work{which}"
            work.mkdir()
            return [
                mutant
                for name in names[which::2]
                for mutant in mutants(clones[which], clones[which] / name, chosen.sample, work)
            ]

        with ThreadPoolExecutor(2) as pool:
            every = [mutant for part in pool.map(half, (0, 1)) for mutant in part]
    killed = sum(mutant.killed for mutant in every)
    print(f"{killed} of {len(every)} changes were noticed: {100 * killed / len(every):.1f} %.\n")
    for mutant in sorted(every):
        if not mutant.killed:
            print(f"### {mutant.rule}, line {mutant.line}: {mutant.operator}\n\n```diff\n{_shown(mutant.diff)}\n```\n")


if __name__ == "__main__":
    main()
