"""ladderc finds what it carries, in a wheel as in a checkout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ladderc import resources
from ladderc.validate.schemas import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_there(kind: str) -> None:
    assert json.loads(resources.schema(kind))["title"]


def test_the_wheels_own_files_come_before_a_checkout_around_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "_data" / "frameworks" / "meridian").mkdir(parents=True)
    (tmp_path / "_data" / "templates").mkdir()
    (tmp_path / "_data" / "site").mkdir()
    monkeypatch.setattr(resources, "_DATA", tmp_path / "_data")
    assert resources.templates() == tmp_path / "_data" / "templates"
    assert resources.site() == tmp_path / "_data" / "site"
    assert resources.example("meridian") == tmp_path / "_data" / "frameworks" / "meridian"


def test_what_is_missing_is_named_without_a_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "_DATA", tmp_path / "_data")
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "ladderc")
    with pytest.raises(FileNotFoundError, match=r"^ladderc is not installed completely: templates is missing$"):
        resources.templates()
