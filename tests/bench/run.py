"""Whole-process times of ``check`` and ``build``, each beside its floor, as a table for docs/performance.md."""

from __future__ import annotations

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


def main() -> None:
    """Measure at 4, 40 and 200 tracks and print a Markdown table."""
    print("| tracks | levels | floor: load and validate | `check` | ratio | `build --only site` | whole `build` |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for tracks in (4, 40, 200):
            root = write_framework(Path(folder) / str(tracks), tracks)
            out = Path(folder) / "out"
            ladderc = [sys.executable, "-m", "ladderc"]
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


if __name__ == "__main__":
    main()
