"""JSON whose numbers are the very digits that were written: an amount is never rounded on its way through a float."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | Decimal | bool | None


def exact_json(value: Json) -> str:
    """``value`` as JSON, keys in the order they have, two spaces a step, a line end at the end."""
    return "".join(_written(value, "\n")) + "\n"


def _written(value: Json, line: str) -> Iterator[str]:
    deeper = f"{line}  "
    if isinstance(value, Decimal):
        yield f"{value:f}"
    elif isinstance(value, Mapping) and value:
        for number, (key, item) in enumerate(value.items()):
            yield f"{',' if number else '{'}{deeper}{json.dumps(key, ensure_ascii=False)}: "
            yield from _written(item, deeper)
        yield f"{line}}}"
    elif isinstance(value, Sequence) and not isinstance(value, str) and value:
        for number, item in enumerate(value):
            yield f"{',' if number else '['}{deeper}"
            yield from _written(item, deeper)
        yield f"{line}]"
    else:
        yield json.dumps(value, ensure_ascii=False)
