"""The small changes that can be made to a file, those worth trying, and the file with one of them made."""

from __future__ import annotations

import ast
import difflib
import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

SAME_MEANING = {
    "ReplaceComparisonOperator_Eq_Is": "the texts compared are short or members of an enumeration, each of which exists once",
    "ReplaceComparisonOperator_NotEq_IsNot": "as above",
    "ReplaceComparisonOperator_Is_Eq": "only None and members of an enumeration are compared by `is`",
    "ReplaceComparisonOperator_IsNot_NotEq": "as above",
}
"""Kinds of change that mean the same as what was written, and why."""


class Change(NamedTuple):
    """One change that cosmic-ray could make: the ``occurrence``-th of its kind; line counts from 1, column from 0."""

    operator: str
    occurrence: int
    line: int
    column: int

    @property
    def kind(self) -> str:
        """The kind of change in one word."""
        return self.operator.split("/")[-1]

    @property
    def rank(self) -> str:
        """Where the change stands in the draw: the same in every run, whatever else the file has."""
        return hashlib.sha256(f"{self.kind} {self.occurrence}".encode()).hexdigest()

    def made(self, source: str) -> str:
        """The file's text with the change in it."""
        changed: str = mutate_code(source, plugins.get_operator(self.operator)(), self.occurrence)
        return changed


def sample_of(source: str, size: int) -> list[Change]:
    """Some of the changes that can be made to a text, the same ones every time."""
    return drawn(list(_possible(source)), source, size)


def lines_changed(before: str, after: str) -> str:
    """What a change took out and put in, as in a diff."""
    rows = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return "\n".join(row for row in rows if not row.startswith(("---", "+++", "@@")))


def drawn(every: list[Change], source: str, sample: int) -> list[Change]:
    """The sample: one change a place until every place has one, so that `a + b` with its ten kinds weighs no more than `not a`."""
    unread = list(_never_run(source))
    seen: dict[tuple[int, int], int] = {}
    turns = []
    for change in sorted(every, key=lambda change: change.rank):
        place = (change.line, change.column)
        if change.kind in SAME_MEANING or any(first <= place < last for first, last in unread):
            continue
        seen[place] = seen.get(place, 0) + 1
        turns.append((seen[place], change.rank, change))
    return [change for _, _, change in sorted(turns)[:sample]]


def _possible(source: str) -> Iterator[Change]:
    tree: Any = get_ast(source)
    for name in plugins.operator_names():
        operator = plugins.get_operator(name)
        if operator.arguments():
            continue  # needs to be told what to put in: names of variables, for one
        places = (start for node in ast_nodes(tree) for start, _ in operator().mutation_positions(node))
        for occurrence, (line, column) in enumerate(places):
            yield Change(name, occurrence, line, column)


def _never_run(source: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """From where to where stands what says nothing of how the rules judge.

    Annotations and names of types are never read when the rules run.
    ``cache`` only keeps what was found before.
    ``strict`` and ``assert`` guard against a slip of the programmer, which no input can bring about.
    """
    rows = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        for part in _parts_never_run(node):
            last = (part.end_lineno or part.lineno, part.end_col_offset or part.col_offset)
            yield _place(rows, part.lineno, max(part.col_offset - 1, 0)), _place(rows, *last)  # with its `@`


def _place(rows: list[str], line: int, byte: int) -> tuple[int, int]:
    """A place as cosmic-ray counts it, in characters."""
    return line, len(rows[line - 1].encode()[:byte].decode())


def _parts_never_run(node: ast.AST) -> list[Any]:
    if isinstance(node, ast.FunctionDef):
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]
        notes = [argument.annotation for argument in arguments if argument] + [node.returns]
        return [note for note in notes if note] + [mark for mark in node.decorator_list if ast.unparse(mark) == "cache"]
    if isinstance(node, ast.AnnAssign):
        return [node.annotation]
    if isinstance(node, ast.Assert) or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
        return [node]
    if isinstance(node, ast.keyword) and node.arg == "strict":
        return [node.value]
    return [node.value] if isinstance(node, ast.Assign) and _names_a_type(node) else []


def _names_a_type(node: ast.Assign) -> bool:
    """Whether it is like ``SettingValue = Decimal | int``."""
    target = node.targets[0]
    return (
        isinstance(node.value, ast.BinOp)
        and isinstance(node.value.op, ast.BitOr)
        and isinstance(target, ast.Name)
        and target.id[:1].isupper()
        and not target.id.isupper()
    )
