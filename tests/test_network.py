"""Only the folder that comments on proposals can open a connection to another machine."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent / "ladderc"
ALLOWED = ROOT / "cli" / "forges"
OPENERS = {
    "aiohttp", "asyncio", "ftplib", "http.client", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "ssl", "telnetlib", "urllib.request", "urllib.robotparser", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip
REASONS = {
    "cli/serve_command.py": {"socket"},  # looks for a free port of this machine
    "lsp/server.py": {"asyncio"},  # takes turns with an editor, over standard input and output
    "lsp/turn.py": {"asyncio"},
}
"""Files that name one of them for another purpose."""


def imported(path: Path) -> set[str]:
    """Every module that a file names in an import, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def openers(path: Path) -> set[str]:
    names = imported(path)
    return {opener for opener in OPENERS if any(name == opener or name.startswith(f"{opener}.") for name in names)}


def test_nothing_else_can_reach_another_machine() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): openers(path)
        for path in ROOT.rglob("*.py")
        if openers(path) and ALLOWED not in path.parents
    }
    assert found == REASONS


def test_the_search_finds_what_it_looks_for() -> None:
    assert openers(ALLOWED / "exchange.py") == {"http.client", "ssl", "urllib.request"}


def test_only_the_command_reaches_the_folder() -> None:
    name = "ladderc.cli.forges"
    outside = [path for path in ROOT.rglob("*.py") if ALLOWED not in path.parents]
    reaching = [path.name for path in outside if any(one.startswith(name) for one in imported(path))]
    assert reaching == ["comment_command.py"]
