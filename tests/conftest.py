"""The switches that write anew what tests compare with."""

from __future__ import annotations

import pytest

SWITCHES = {
    "--update-answers": "write what `ladderc check` says now into tests/cli/answers",
    "--update-docs": "write what the commands in docs/tutorial.md, and ladderc in docs/answers-compared.md, answer now into those pages",
    "--update-verdicts": "write what each rule concludes now into tests/rules/verdicts",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    for switch, what in SWITCHES.items():
        parser.addoption(switch, action="store_true", help=what)
