"""Runs the fuzzers in turn, each in fresh processes so that mends are picked up, and adds up the processor time.

    python tests/fuzz/run.py WORK --minutes 60

Everything is kept in the folder WORK: the corpus, the inputs that broke a promise (found/), and log.txt.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Turn by turn, until the time is over."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("work", type=Path)
    asked.add_argument("--minutes", type=float, default=60)
    asked.add_argument("--turn", type=float, default=120, help="seconds for one fuzzer until the other has its turn")
    asked.add_argument("--only", choices=["bytes", "grammar"])
    given = asked.parse_args()
    work: Path = given.work.absolute()
    for folder in ("corpus", "found"):
        (work / folder).mkdir(parents=True, exist_ok=True)
    words = work / "words.dict"
    end = time.monotonic() + given.minutes * 60
    turns = {
        "bytes": [
            str(HERE / "bytes_fuzz.py"),
            str(work / "corpus"),
            f"-max_total_time={given.turn:g}",
            "-max_len=6000",
            "-timeout=60",
            "-rss_limit_mb=3000",
            f"-artifact_prefix={work / 'found'}/",
            *([f"-dict={words}"] if words.exists() else []),
        ],
        "grammar": [str(HERE / "grammar_fuzz.py"), "--seconds", f"{given.turn:g}"],
    }
    while time.monotonic() < end:
        for name, arguments in turns.items():
            if given.only in (None, name):
                _turn(work, name, arguments)


def _turn(work: Path, name: str, arguments: list[str]) -> None:
    before = _spent()
    environment = {**os.environ, "LADDERC_FUZZ_FOUND": str(work / "found"), "PYTHONPATH": str(HERE.parent.parent)}
    with (work / f"{name}.txt").open("ab") as told:
        done = subprocess.run(
            [sys.executable, *arguments], cwd=work, env=environment, stdout=told, stderr=told, check=False
        )
    with (work / "log.txt").open("a") as log:
        log.write(f"{name} {_spent() - before:.1f} s of processor time, exit code {done.returncode}\n")


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
