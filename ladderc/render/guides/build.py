"""Prints every guide of a View into a folder."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from ladderc.finding import Finding
from ladderc.render.guides.content import booklet, guide
from ladderc.render.guides.ink import Ink
from ladderc.render.guides.names import FOLDER, PAPERS, guide_names
from ladderc.render.guides.press import Press
from ladderc.render.guides.sections import Content
from ladderc.view.view import View

Progress = Callable[[int, int], None]

_PRESSES = 2  # Typst works on several cores by itself: more threads gained nothing


class _Job(NamedTuple):
    template: str
    name: str
    content: Content


def build_guides(view: View, out: Path, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Writes ``out/guides/*.pdf``; the findings name characters that the guides' font does not have.

    ``progress`` is told how many files of how many are written. Raises OSError where ``out`` cannot be written.
    """
    ink = Ink()
    jobs = tuple(_jobs(view, ink))
    if not jobs:
        return ()
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    _print(jobs, folder, progress)
    return ink.findings()


def _jobs(view: View, ink: Ink) -> Iterator[_Job]:
    names = guide_names(view)
    tracks = {track.ref.id: track for track in view.tracks}
    for level in view.levels:
        yield _Job("level", names.levels[level.ref.key], guide(view, tracks[level.ref.track.id], level, ink))
    for track in view.tracks:
        yield _Job("track", names.tracks[track.ref.id], booklet(view, track, ink))


def _print(jobs: tuple[_Job, ...], folder: Path, progress: Progress | None) -> None:
    presses = threading.local()

    def run(job: _Job) -> None:
        if not hasattr(presses, job.template):
            setattr(presses, job.template, Press(job.template))
        press: Press = getattr(presses, job.template)
        for paper in PAPERS:
            (folder / f"{job.name}-{paper}.pdf").write_bytes(press.print(job.content, paper))

    with ThreadPoolExecutor(_PRESSES) as pool:
        for done, _ in enumerate(pool.map(run, jobs), 1):
            if progress:
                progress(done * len(PAPERS), len(jobs) * len(PAPERS))
