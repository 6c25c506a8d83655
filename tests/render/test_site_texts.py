"""The table of interface texts: every text that is used is there, every text that is there is used."""

from __future__ import annotations

import re
from pathlib import Path

from ladderc.resources import site, templates
from ladderc.wording.texts import texts

_ROOT = Path(__file__).parents[2]
_MADE = {  # keys put together in Python, with the file that does it
    "outcome_": "parity.py",
    "step_": "home.py",
    "levels_": "track.py",
    "parity_more_": "parity.py",
    "reach_": "level_promotion.py",
    "search_also_": "search.py",
    "impact_": "change.py",
}


def _used() -> set[str]:
    pages = "".join(path.read_text(encoding="utf-8") for path in sorted((templates() / "site").glob("*.j2")))
    theme = (site() / "theme/main.html").read_text(encoding="utf-8")
    code = "".join(p.read_text(encoding="utf-8") for p in sorted((_ROOT / "ladderc/render/site").glob("*.py")))
    known = texts("en")
    named = set(re.findall(r"\bt\.([a-z_0-9]+)", pages)) | set(re.findall(r"x\.t\.([a-z_0-9]+)", theme))
    return named | {key for key in known if f'"{key}"' in code or any(key.startswith(stem) for stem in _MADE)}


def test_every_text_is_there_and_used() -> None:
    assert _used() - set(texts("en")) == set()
    assert set(texts("en")) - _used() == set()


def test_texts_of_an_unknown_language_are_english() -> None:
    assert texts("xx-YY") == texts("en")


def test_numbers_choose_their_words() -> None:
    t = texts("en")
    assert t.count("levels", 1) == "1 level"
    assert t.count("levels", 3) == "3 levels"
