"""One thing that does not fit its schema, with all that a message about it needs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ladderc.finding import Edit, Finding, Severity
from ladderc.sources.document import Data, Document
from ladderc.sources.naming import sentence, value_name
from ladderc.span import Place, Route
from ladderc.validate.schemas import schema
from ladderc.wording.nearest import nearest

if TYPE_CHECKING:
    from jsonschema import ValidationError


class Mistake(NamedTuple):
    """What one keyword of the schema says against one value.

    ``shape`` is what the value should look like, ``form`` the name of the definition that says so (may be empty),
    ``example`` the first example of the field, ``needed`` whether the field must be there,
    ``about_name`` true where a field's own name is at fault.
    """

    document: Document
    route: Route
    keyword: str
    value: Data
    shape: dict[str, Any]
    form: str
    example: Data
    needed: bool
    about_name: bool

    @property
    def subject(self) -> str:
        """The value's name at the beginning of a sentence."""
        return sentence(value_name(self.document, self.route))

    @property
    def written(self) -> str:
        """The characters of the value as they were typed, shortened."""
        return shortened(self.document.typed.get(self.route) or typed(self.value))


def mistakes(document: Document, found: Iterator[ValidationError]) -> Iterator[Mistake]:
    """Every single thing that is wrong; of two shapes that a value may have, only the likelier one's."""
    for error in found:
        for leaf in _leaves(error):
            shape, form, example, needed = _described(document, leaf)
            route = tuple(leaf.absolute_path)
            named = "propertyNames" in leaf.absolute_schema_path
            value: Any = leaf.instance
            if named and leaf.validator == "format":
                # A name that is no language says that the group which holds it was not meant as a text.
                value, named = value_at(document, route), False
            elif named:
                route = (*route, str(value))
            keyword = str(leaf.validator)
            yield Mistake(document, route, keyword, value, shape, form, example, needed, named)


def finding(
    rule: str,
    mistake: Mistake,
    *sentences: str,
    fix: str | None = None,
    on_key: bool = False,
    at: Route | None = None,
    certain: bool = True,
    quoted: bool = False,
) -> Finding:
    """A finding of category ``language`` at the mistake's value, or at the name of its field.

    ``fix`` is what to write there instead, ``certain`` and ``quoted`` are as in an Edit;
    ``at`` is another route than the mistake's.
    """
    route = mistake.route if at is None else at
    place = Place(mistake.document.file, route, on="key" if on_key else "value")
    fixes = (Edit(place, fix, certain, quoted),) if fix is not None else ()
    return Finding(rule, Severity.ERROR, "\n".join(sentences), place, fixes=fixes)


def value_at(document: Document, route: Route) -> Data:
    """What stands at a route that exists."""
    value = document.data
    for part in route:
        value = value[part]  # type: ignore[index] # the route comes from this very document
    return value


def typed(value: Data) -> str:
    """A single value as it stands in YAML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def sample(example: Data) -> str | None:
    """An example as it can be shown inside a sentence, or None where it is no single word, figure or text."""
    if example is None or isinstance(example, (list, dict)):
        return None
    return typed(example).rstrip(".")


def shortened(text: str, most: int = 60) -> str:
    """One line of at most ``most`` characters."""
    line = " ".join(text.split()).replace("`", "'")
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def resolved(document: Document, node: dict[str, Any]) -> dict[str, Any]:
    """The definition that a node of the schema refers to, or the node itself."""
    return _resolved(schema(document.kind), node)[0]


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    if error.validator != "anyOf":
        yield error
        return
    branches: dict[int, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(int(inner.schema_path[0]), []).append(inner)
    for inner in branches[_likelier(error)]:
        yield from _leaves(inner)


def _likelier(error: ValidationError) -> int:
    """Every choice in the schemas is between a text (first) and a group of fields (second)."""
    choices: Any = error.validator_value
    written: Any = error.instance
    if not isinstance(written, dict):
        return 0
    if choices[1]["$ref"].endswith("/statementWithId"):
        return int(any(name.casefold() in ("text", "txt", "texts", "statement", "id") for name in written))
    # `{levle: common/C2}` is a level; `- Level: high` is a sentence cut at its colon.
    named = [value for name, value in written.items() if nearest(name, ("level",))]
    return int("level" in written or any(isinstance(value, str) and "/" in value for value in named))


def _described(document: Document, error: ValidationError) -> tuple[dict[str, Any], str, Data, bool]:
    """The shape that was not kept, its definition's name, an example of the field, and whether it must be there."""
    root = schema(document.kind)
    node: Any = root
    form, needed, chain = "", False, [root]
    path = list(error.absolute_schema_path)[:-1]
    for before, step in zip([None, *path], path, strict=False):
        if isinstance(node, dict) and step not in node:
            node, form = _resolved(root, node)
            chain.append(node)
        if step == "properties":
            required = node.get("required", ())
        if before == "patternProperties":
            # The slow validator knows the pattern in its own spelling, and no schema has two side by side.
            (node,) = node.values()
        else:
            node = node[step]
        if before == "properties":
            form, needed, chain = "", step in required, [node]
        elif step in ("items", "additionalProperties") or before == "patternProperties":
            form, needed, chain = "", False, [node]
        elif step == "propertyNames":
            form = ""
    if "$ref" in node:
        node, form = _resolved(root, node)
        chain.append(node)
    examples = next((part["examples"] for part in chain if "examples" in part), [None])
    return node, form, examples[0], needed


def _resolved(root: dict[str, Any], node: dict[str, Any]) -> tuple[dict[str, Any], str]:
    if "$ref" not in node:
        return node, ""
    name = node["$ref"].rpartition("/")[2]
    return root["definitions"][name], name
