"""The page about `ladderc diff` shows what is answered, and its links lead somewhere."""

from __future__ import annotations

import re

import pytest
from changed import ROOT, WHY

from ladderc.rules import catalog

PAGE = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
ANSWERS = "\n".join((WHY / name).read_text(encoding="utf-8") for name in ("hr.txt", "public.txt"))


@pytest.mark.parametrize("block", re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL))
def test_what_the_page_shows_is_what_is_answered(block: str) -> None:
    assert block in ANSWERS


def test_the_fingerprint_that_the_page_answers_is_one_of_the_example() -> None:
    (entry,) = re.findall(r"- (fingerprint: .*)\n  (what: .*)\n", PAGE)
    assert "\n".join(f"    {line}" for line in entry).replace("    fingerprint", "  - fingerprint") in ANSWERS


def test_every_rule_of_a_review_is_on_the_page() -> None:
    named = set(re.findall(r"\(rules/([a-z-]+)\.md\)", PAGE))
    assert named == {rule.name for rule in catalog.load_review()}


@pytest.mark.parametrize("name", ["diff.md", "diff-json.md", "decisions/0014-pay-in-reviews.md"])
def test_every_link_leads_somewhere(name: str) -> None:
    path = ROOT / "docs" / name
    targets = re.findall(r"\]\(([^)#:]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []
