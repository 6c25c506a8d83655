"""What the axe-core engine has against a page in a browser: rules of WCAG 2.2 A and AA, and its best practices."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def violations(page: Page) -> list[str]:
    """Each rule that is broken, with the first places where it is."""
    from axe_playwright_python.sync_playwright import Axe  # needs playwright, which not every machine has

    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}, at {len(rule['nodes'])}: "
        + " | ".join(f"{' '.join(map(str, node['target']))} {node['html'][:160]}" for node in rule["nodes"][:4])
        for rule in found
    ]
