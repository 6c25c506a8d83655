"""Times of ``check`` and ``build`` as whole processes, and of the stages of a check, as tables for docs/performance.md."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from synthetic import write_framework  # noqa: E402 - found through the line above

SCHEMAS = HERE.parent.parent / "schema"
LADDERC = str(Path(sys.executable).with_name("ladderc"))
"""The command that is typed; `python -m ladderc` takes 3 ms more."""
ENV = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200"}
ENV.pop("PYTHONDONTWRITEBYTECODE", None)  # else every run compiles every file again


def median_ms(command: list[str], runs: int, warm: int = 1) -> float:
    """The median wall-clock time of a command over some runs, in milliseconds, after ``warm`` unmeasured ones."""
    times = []
    for number in range(runs + warm):
        start = time.perf_counter()
        subprocess.run(command, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if number >= warm:
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def stages(root: Path, runs: int) -> dict[str, float]:
    """The processor time of each stage of a check, in milliseconds: the median of some runs, each a process of its own."""
    command = [sys.executable, str(HERE / "stages.py"), str(root)]
    found = [json.loads(subprocess.run(command, env=ENV, check=True, capture_output=True).stdout) for _ in range(runs)]
    return {stage: statistics.median(one[stage] for one in found) * 1000 for stage in found[0]}


def print_stages() -> None:
    """Measure the stages of a check at 40, 200 and 1,000 tracks: the rules beside the reading of the files."""
    print("| tracks | levels | reading | validating and linking | rules | rules : reading | rules : all before them |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for tracks in (40, 200, 1000):
            spent = stages(write_framework(Path(folder) / str(tracks), tracks), 5)
            reading, rules = spent["reading"], spent["rules"]
            linking = spent["validating"] + spent["linking"]
            print(
                f"| {tracks} | {tracks * 6} | {reading:.0f} ms | {linking:.0f} ms | {rules:.0f} ms "
                f"| {rules / reading:.2f} | {rules / (reading + linking):.2f} |",
                flush=True,
            )


def print_commands() -> None:
    """Measure the commands at 4, 40 and 200 tracks."""
    print("| tracks | levels | floor: load and validate | `check` | ratio | `build --only site` | whole `build` |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for tracks in (4, 40, 200):
            root = write_framework(Path(folder) / str(tracks), tracks)
            out = Path(folder) / "out"
            ladderc = [LADDERC]
            runs = 15 if tracks == 4 else 5
            floor = median_ms([sys.executable, str(HERE / "floor.py"), str(root), str(SCHEMAS)], runs)
            check = median_ms([*ladderc, "check", str(root)], runs)
            site = median_ms([*ladderc, "build", str(root), "--only", "site", "--out", str(out)], 1, warm=0)
            whole = median_ms([*ladderc, "build", str(root), "--audience", "hr", "--out", str(out)], 1, warm=0)
            print(
                f"| {tracks} | {tracks * 6} | {floor:.0f} ms | {check:.0f} ms | {check / floor:.1f} "
                f"| {site / 1000:.1f} s | {whole / 1000:.1f} s |",
                flush=True,
            )


def print_reviews() -> None:
    """Measure a comparison beside a check of the newer state at 40 and 200 tracks; a statement in ten is another."""
    print("| tracks | levels | `check` | `diff` | ratio |")
    print("|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for tracks in (40, 200):
            base, root = (write_framework(Path(folder) / f"{tracks}-{state}", tracks) for state in ("base", "now"))
            for number, path in enumerate(sorted(root.glob("tracks/**/*.yaml"))):
                if number % 10 == 0:
                    path.write_text(path.read_text(encoding="utf-8").replace(" the ", " every "), encoding="utf-8")
            ladderc = [LADDERC]
            times: dict[str, list[float]] = {"check": [], "diff": []}
            for _ in range(5):  # in turn, so that other programs slow both down
                times["check"].append(median_ms([*ladderc, "check", str(root)], 1, warm=0))
                times["diff"].append(median_ms([*ladderc, "diff", str(root), "--base", str(base)], 1, warm=0))
            check, diff = (statistics.median(times[command]) for command in ("check", "diff"))
            print(f"| {tracks} | {tracks * 6} | {check:.0f} ms | {diff:.0f} ms | {diff / check:.1f} |", flush=True)


def main() -> None:
    """Print the tables; ``stages``, ``commands`` or ``reviews`` for one of them alone."""
    wanted = sys.argv[1:] or ["stages", "commands", "reviews"]
    if "stages" in wanted:
        print_stages()
    if "commands" in wanted:
        print_commands()
    if "reviews" in wanted:
        print_reviews()


if __name__ == "__main__":
    main()
