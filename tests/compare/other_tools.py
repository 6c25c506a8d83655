"""The four other tools: how they are installed, what they are asked, and what they answer."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from broken_files import Mistake

sys.path.insert(0, str(Path(__file__).parents[1] / "lsp"))

from speaking import CAPABILITIES, Editor

VERSIONS = {
    "check-jsonschema": "0.39.0",
    "yamllint": "1.38.0",
    "@stoplight/spectral-cli": "6.16.3",
    "yaml-language-server": "1.25.0",
}
_PATIENCE = 2.5
"""Seconds in which the language server may correct its first word on a file; it does not say when it is done."""
_SETTINGS = {"yaml": {"validate": True, "schemaStore": {"enable": False}}}
_SEVERITIES = {1: "error", 2: "warning", 3: "information", 4: "hint"}
_YAMLLINT = "extends: default\nrules:\n  document-start: disable\n  line-length: disable\n"


class Tool(NamedTuple):
    """One of them; ``message`` finds its messages in an answer, ``line`` the number of the line that one names."""

    name: str
    package: str
    ask: Callable[[Path, Path, Mistake], str]
    message: re.Pattern[str]
    line: re.Pattern[str]


def install(folder: Path) -> None:
    """Put all four into a folder, from PyPI and npm, unless they are there."""
    if not (folder / "venv").exists():
        _run([sys.executable, "-m", "venv", str(folder / "venv")])
        named = [f"{name}=={VERSIONS[name]}" for name in ("check-jsonschema", "yamllint")]
        _run([str(folder / "venv" / "bin" / "pip"), "install", "--quiet", *named])
    if not (folder / "node_modules").exists():
        named = [f"{name}@{VERSIONS[name]}" for name in ("@stoplight/spectral-cli", "yaml-language-server")]
        # No scripts of packages: one of them reports to its makers that it was installed.
        quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        _run(["npm", "install", "--prefix", str(folder), *quiet, *named])


def answer(tool: Tool, installed: Path, firm: Path, mistake: Mistake) -> str:
    """What a tool says to one file, without the way to the folder that it happens to be in."""
    said = tool.ask(installed, firm, mistake)
    for folder in (firm, installed):
        said = said.replace(f"{folder}/", "").replace(str(folder), "")
    return "\n".join(line.rstrip() for line in said.strip("\n").split("\n"))


def _run(words: list[str]) -> None:
    subprocess.run(words, check=True)


def _typed(words: list[str], firm: Path) -> str:
    surroundings = {**os.environ, "NO_COLOR": "1", "FORCE_COLOR": "0", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        words, cwd=firm, env=surroundings, check=False, encoding="utf-8", stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.stdout


def _check_jsonschema(installed: Path, firm: Path, mistake: Mistake) -> str:
    program = installed / "venv" / "bin" / "check-jsonschema"
    return _typed([str(program), "--schemafile", f".ladderc/schema/{mistake.schema}", mistake.file], firm)


def _yamllint(installed: Path, firm: Path, mistake: Mistake) -> str:
    (firm / ".yamllint").write_text(_YAMLLINT, encoding="utf-8")
    return _typed([str(installed / "venv" / "bin" / "yamllint"), mistake.file], firm)


def _spectral(installed: Path, firm: Path, mistake: Mistake) -> str:
    # The schema stands in the ruleset itself: a `$ref` there was not followed, and the rule was then silent.
    schema = json.loads((firm / ".ladderc" / "schema" / mistake.schema).read_text(encoding="utf-8"))
    asked = {"function": "schema", "functionOptions": {"schema": schema}}
    rule = {"given": "$", "severity": "error", "message": "{{error}}", "then": asked}
    (firm / ".spectral.json").write_text(json.dumps({"rules": {"shape": rule}}), encoding="utf-8")
    program = installed / "node_modules" / ".bin" / "spectral"
    return _typed([str(program), "lint", "--ignore-unknown-format", mistake.file], firm)


def _language_server(installed: Path, firm: Path, mistake: Mistake) -> str:
    program = installed / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    capabilities = {**CAPABILITIES, "workspace": {}}
    editor = Editor(run="node", program=[str(program), "--stdio"], capabilities=capabilities)
    editor.notify("workspace/didChangeConfiguration", {"settings": _SETTINGS})
    path = firm / mistake.file
    editor.until(lambda: path.as_uri() in editor.diagnostics, editor.open(path))
    time.sleep(_PATIENCE)
    found = list(editor.diagnostics[path.as_uri()])
    editor.leave()
    return "\n".join(map(_shown, found))


def _shown(found: dict[str, Any]) -> str:
    spot = found["range"]["start"]
    return f"{spot['line'] + 1}:{spot['character'] + 1}  {_SEVERITIES[found['severity']]}  {found['message']}"


_LISTED = re.compile(r"^ *(\d+):\d+ +(?:error|warning|information|hint) .*", re.MULTILINE)
TOOLS = (
    Tool(
        "check-jsonschema",
        "check-jsonschema",
        _check_jsonschema,
        re.compile(r"^  \S+::.*|^  Failed to parse (?:.*\n?)*", re.MULTILINE),
        re.compile(r"\bline:? (\d+)"),
    ),
    Tool("yamllint", "yamllint", _yamllint, _LISTED, _LISTED),
    Tool("Spectral", "@stoplight/spectral-cli", _spectral, _LISTED, _LISTED),
    Tool("yaml-language-server", "yaml-language-server", _language_server, _LISTED, _LISTED),
)
