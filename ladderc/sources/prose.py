"""Sentences that YAML cuts short without a word: at ` #`, and at a comma between braces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ladderc.finding import Finding
from ladderc.sources.events import MarkedYAMLError, ScalarEvent, StreamEndEvent, parser
from ladderc.sources.faults import fault
from ladderc.span import Place, Span

_REMARK = re.compile(rb"[ \t]#[^\s#!-]")


def is_doubtful(content: bytes) -> bool:
    """Whether a second, slower look for swallowed ends is worth it."""
    return _REMARK.search(content) is not None


def swallowed_comma(name: str, fields: Mapping[str, Any]) -> tuple[str, str]:
    """The rule and message for a word between braces that has no colon."""
    return "swallowed-comma", ""


def swallowed_ends(file: str, content: bytes) -> list[Finding]:
    """One warning for each sentence that loses its end to a remark."""
    return []
