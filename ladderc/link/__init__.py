"""Documents become the linked framework: references, defaults, pay and the career graph."""

from ladderc.link.link import Linked, link

__all__ = ["Linked", "link"]
