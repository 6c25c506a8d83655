"""Author text: one text, or one a language."""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """What an author wrote, by language tag; the tag is empty where no language was named."""

    by_language: tuple[tuple[str, str], ...]

    def in_language(self, locale: str) -> str:
        """The text for ``locale`` (``de-AT`` falls back to ``de``, then to the first one written)."""
        if len(self.by_language) == 1:
            return self.by_language[0][1]
        texts = dict(self.by_language)
        short = locale.split("-")[0]
        for tag in (locale, short, ""):
            if tag in texts:
                return texts[tag]
        return self.by_language[0][1] if self.by_language else ""

    @property
    def plain(self) -> str:
        """The first text written: what rules judge when no language is asked for."""
        return self.by_language[0][1] if self.by_language else ""

    @property
    def all(self) -> tuple[str, ...]:
        """The text in every language it is written in."""
        return tuple(text for _, text in self.by_language)

    def __bool__(self) -> bool:
        return any(text.strip() for _, text in self.by_language)


EMPTY = Text(())


def plain(text: str) -> Text:
    """A text in no named language."""
    return Text((("", text),))
