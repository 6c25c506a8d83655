"""Builds the site: writes the source tree and runs MkDocs on it, in this process and without a clock."""

from __future__ import annotations

import datetime
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ladderc.render.site.tree import write_tree
from ladderc.view.view import View


class SiteBuildError(RuntimeError):
    """MkDocs complained about a tree that we wrote: a fault of ladderc, never of the framework."""


def build_site(view: View, out: Path) -> None:
    """Write ``out/mkdocs`` (the source tree) and ``out/site`` (the site); both are emptied first.

    Other renderers add their files to ``out/site`` afterwards. Raises SiteBuildError on any warning.
    """
    tree = out / "mkdocs"
    write_tree(view, tree)
    with _clock_stopped(view.today), _complaints() as heard:
        _run(tree / "mkdocs.yml", out / "site", heard)


def _run(settings: Path, site: Path, heard: list[str]) -> None:
    from mkdocs.commands.build import build  # 200 ms to import, and only where a site is built
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        build(load_config(config_file=str(settings), site_dir=str(site)))
    except (MkDocsException, SystemExit) as stopped:  # in strict mode its Abort is the one, or the other
        raise SiteBuildError("\n".join([*heard, str(stopped)])) from stopped
    if heard:
        raise SiteBuildError("\n".join(heard))


@contextmanager
def _clock_stopped(today: str) -> Iterator[None]:
    """MkDocs dates its output; midnight of the build's date stands in for the clock while it runs."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    midnight = datetime.datetime.fromisoformat(today).replace(tzinfo=datetime.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Everything that MkDocs and Python-Markdown log from warnings on, kept off the terminal."""
    heard: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]  # the whole handler
    loggers = [logging.getLogger(name) for name in ("mkdocs", "MARKDOWN")]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.propagate = False
        logger.addHandler(handler)
    try:
        yield heard
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.propagate = propagate
