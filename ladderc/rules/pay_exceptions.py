"""Whether an exception of a pay file says why it is one."""

from __future__ import annotations

from ladderc.finding import Related
from ladderc.model.pay import PayException, ResolvedBand
from ladderc.rules.placeholders import is_written
from ladderc.rules.tokens import fold


def lacking_words(exception: PayException) -> tuple[str, ...]:
    """Which of ``because`` and ``reason`` are not written; a reason that only repeats the other is none."""
    repeats = exception.reason is not None and all(
        fold(words).strip(" .!") in ("", (exception.because or "").replace("-", " "), exception.because)
        for words in exception.reason.all
    )
    told = is_written(exception.reason) and not repeats
    return (*(() if exception.because else ("because",)), *(() if told else ("reason",)))


def given_reasons(*bands: ResolvedBand) -> tuple[Related, ...]:
    """The reasons of those of the bands that are explained exceptions, to be shown beside a gap that they do not close."""
    explained = [band for band in bands if band.exception and not lacking_words(band.exception)]
    return tuple(
        Related(
            band.band.place._replace(route=(*band.band.place.route, "reason")),
            "the reason that is given, which explains the gap and does not close it",
        )
        for band in explained
    )
