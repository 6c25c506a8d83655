"""What a keystroke costs beside a check: run by hand, ``python tests/lsp/keystroke.py``; prints a Markdown table."""

from __future__ import annotations

import datetime
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from speaking import Editor  # noqa: E402 - found through the line above
from synthetic import write_framework  # noqa: E402 - found through the line above

from ladderc.lsp.look import look  # noqa: E402 - after the others, to stand with them
from ladderc.pipeline import check  # noqa: E402 - after the others, to stand with them
from ladderc.report.report import make_report  # noqa: E402 - after the others, to stand with them

DAY = datetime.date(2026, 11, 21)
RUNS = 5


def median_ms(work: Callable[[int], object]) -> float:
    """The median wall-clock time of some runs, in milliseconds, after one unmeasured one."""
    times = []
    for number in range(RUNS + 1):
        start = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def main() -> None:
    """Measure at 4, 40 and 200 tracks."""
    _say("| tracks | `check`'s pipeline | a look | ratio | from the key to the screen | an offer meanwhile |")
    _say("|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for tracks in (4, 40, 200):
            root = write_framework(Path(folder) / str(tracks), tracks)
            track = root / "tracks" / "family0-specialist.yaml"
            text = track.read_text("utf-8")
            checked = median_ms(lambda _, root=root: _check(root))
            before = look(root, {}, DAY)
            looked = median_ms(
                lambda number, root=root, text=text, before=before: look(
                    root, {"tracks/family0-specialist.yaml": f"{text}# {number}\n".encode()}, DAY, before
                )
            )
            editor = Editor()
            uri = editor.open(track)
            editor.shown(uri)
            offers: list[float] = []

            def press(
                number: int, editor: Editor = editor, uri: str = uri, text: str = text, offers: list[float] = offers
            ) -> None:
                editor.type(uri, f"{text}# {number}\n")
                start = time.perf_counter()
                editor.ask("completion", uri, 6, 11)
                offers.append((time.perf_counter() - start) * 1000)
                editor.shown(uri)

            pressed = median_ms(press)
            editor.leave()
            _say(
                f"| {tracks} | {checked:.0f} ms | {looked:.0f} ms | {looked / checked:.2f} "
                f"| {pressed:.0f} ms | {statistics.median(offers):.0f} ms |",
            )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _check(root: Path) -> None:
    checked = check(root, DAY)
    faults = checked.faults + checked.outdated
    make_report(checked.reading, faults, checked.framework, checked.judgement, DAY, show_pay=True)


if __name__ == "__main__":
    main()
