"""Finds the files that ladderc carries: schemas, templates, the site's shell and the example framework."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_DATA = _PACKAGE / "_data"


def schema(name: str) -> bytes:
    """The schema of one kind of file (``framework``, ``track``, ``pay``, ``waivers``, ``releases``, ``baseline`` or ``acks``), as written."""
    return (schemas() / f"{name}.schema.json").read_bytes()


def schemas() -> Path:
    """The directory of all schemas, for ``init`` and ``import`` to copy from."""
    return _directory("schema")


def templates() -> Path:
    """The directory of Jinja2 pages and Typst guides."""
    return _directory("templates")


def new_framework() -> Path:
    """The directory of the files that ``init`` begins with."""
    return _directory("templates/new")


def site() -> Path:
    """The directory of the published site's shell: theme, assets, base configuration."""
    return _directory("site")


def example(name: str) -> Path:
    """The directory of an example framework; a wheel carries ``meridian`` alone."""
    return _directory(f"frameworks/{name}")


def _directory(name: str) -> Path:
    """A directory inside the wheel, or in the checkout where ladderc is installed from one (``pip install -e``).

    Raises FileNotFoundError where neither has it, which only a broken installation can cause.
    """
    for root in (_DATA, _PACKAGE.parent):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"ladderc is not installed completely: {name} is missing")
