"""Values that are of the right kind but not written as they must be: ids, dates, currencies, percentages."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from ladderc.finding import Finding
from ladderc.sources.naming import sentence, value_name
from ladderc.validate.formats import is_day_or_month
from ladderc.validate.mistake import Mistake, finding, shortened
from ladderc.wording.days import days_meant
from ladderc.wording.nearest import alike, listed


class Form(NamedTuple):
    """How one form of value is written, and what to type instead of a value that is not."""

    rule: str
    example: str


_ID = Form(
    "An id is made of letters (A to Z), digits, dots, underscores and hyphens, beginning with a letter or digit.", ""
)
_FORMS = {
    "id": _ID,
    "date": Form("A date is written year-month-day.", "2026-10-01"),
    "dateOrMonth": Form("A date is written year-month-day, a month year-month.", "2026-04"),
    "levelRef": Form("A level is named by its track and its id, with a slash between them.", "people-leadership/M4"),
    "levelHere": Form("A level of this track is named by its id, any other as `track/level`.", "people-leadership/M4"),
    "currency": Form("A currency is written as its three capital letters.", ""),
    "bonus": Form("A bonus is a percentage of base pay, such as `12%`.", ""),
    "languageTag": Form("A language is written as its short code, with a country where that matters.", "en-GB"),
    "fingerprint": Form("A fingerprint is 16 digits and letters from a to f.", "3f9c2b7a10de5864"),
    "webAddress": Form("A web address begins with `https://`.", "https://git.example.com/people/framework"),
}
_OTHERWISE = {
    "currency": "That is `EUR` for euros, `GBP` for pounds, `USD` for dollars and `CHF` for Swiss francs.",
    "bonus": "",
}
"""What stands in the place of an example where copying one would change money."""

_MONEY = {
    **dict.fromkeys(("euro", "euros"), "EUR"),
    **dict.fromkeys(("pound", "pounds", "sterling", "pound sterling", "pounds sterling", "british pounds"), "GBP"),
    **dict.fromkeys(("dollar", "dollars", "us dollar", "us dollars"), "USD"),
    **dict.fromkeys(("swiss franc", "swiss francs", "schweizer franken"), "CHF"),
}
_SIGNS = {"€": "EUR", "£": "GBP", "₹": "INR", "₺": "TRY", "₴": "UAH", "₩": "KRW", "₪": "ILS", "₫": "VND", "zł": "PLN"}


_ONE_ID = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_SIGNS_BEHIND = "\u200b\u2060\ufeff,;:. "
"""What sticks to an id that was typed in a sentence's way, or pasted."""
_NAME = re.compile(r"[^\W_][^\n,;:/]*[ ][^\n,;:/]*")
_HOLDERS = {"levels": "A level", "bands": "A band", "exceptions": "An exception", "zones": "A zone"}
_REFERENCES = {
    "track": {
        "family",
        "counterpart",
        "leads",
        "visible_to",
        "grade",
        "forums",
        "recognition",
        "domain",
        "expectations",
    },
    "pay": {"families", "track", "grade", "zone"},
    "framework": {"requires", "equivalent_to"},
}
"""Fields of which linking says what is wrong with the id in them."""


def wrong_form(mistake: Mistake) -> Finding:
    """One finding that says how such a value is written and, where it can be told, what this one would be."""
    name = mistake.form if mistake.form in _FORMS else "id"
    if name == "id" and isinstance(mistake.value, str) and not mistake.about_name:
        several = [part for part in re.split(r"\s*[,;]\s*", mistake.value.strip()) if part]
        if len(several) > 1:
            return _several(mistake, several)
    form = _FORMS[name]
    written = mistake.written
    better = _BETTER[name](str(mistake.value).strip()) if name in _BETTER and mistake.keyword != "minimum" else None
    if mistake.about_name:
        holder = sentence(value_name(mistake.document, mistake.route[:-1]))
        first = f"{holder} has a field `{shortened(str(mistake.value))}`."
    else:
        first = f"{mistake.subject} is `{written}`."
    if mistake.keyword == "format":
        first, rule = f"{mistake.subject} is `{written}`, a day that is not in the calendar.", ""
    elif unseen := next((sign for sign in str(mistake.value) if unicodedata.category(sign) == "Cf"), None):
        rule = f"A sign that nobody sees (U+{ord(unseen):04X}) stands in it."
    else:
        rule = form.rule
    example = (
        _OTHERWISE.get(name)
        if name in _OTHERWISE
        else (
            f"Write it like `{form.example}`." if form.example else "Write a short name such as `engineering` or `S5`."
        )
    )
    mend = f"Write `{better}`." if better else example
    refers = name == "id" and not mistake.about_name and mistake.route[-1:] != ("id",)
    bare = written.strip(_SIGNS_BEHIND) if refers else ""
    if bare != written and re.fullmatch(_ONE_ID, bare):
        mend = f"Write `{bare}`."
    elif names_another(mistake) or (refers and better):
        mend = "Write its id instead of its name."
    days = days_meant(str(mistake.value)) if name in ("date", "dateOrMonth") else ()
    if len(days) > 1:
        mend = f"Write {listed(days)}, whichever is meant."
    # An id is referred to from elsewhere: changing it here alone would break those places.
    fix = better if name in ("currency", "languageTag", "bonus", "date") else None
    # A day or a percentage is somebody's figure, and `£` is not one country's alone: these are theirs to write.
    certain = fix is not None and name in ("currency", "languageTag") and alike(fix, str(mistake.value))
    sentences = filter(None, (first, rule, mend))
    return finding("wrong-form", mistake, *sentences, fix=fix, on_key=mistake.about_name, certain=certain)


def names_another(mistake: Mistake) -> bool:
    """Whether words stand where the id of something declared belongs: its name, most likely, which linking knows."""
    fields = [step for step in mistake.route if isinstance(step, str)]
    if mistake.about_name:
        fields = fields[:-1]
    return (
        mistake.keyword == "pattern"
        and isinstance(mistake.value, str)
        and _NAME.fullmatch(mistake.value) is not None
        and fields[-1:] != []
        and fields[-1] in _REFERENCES.get(mistake.document.kind, ())
    )


def _several(mistake: Mistake, several: list[str]) -> Finding:
    """Ids with commas between them where one belongs, or a list without its brackets."""
    first = f"{mistake.subject} is `{mistake.written}`."
    sound = all(re.fullmatch(_ONE_ID, part) for part in several)
    if "array" in mistake.shape.get("type", ()):
        whole = f"[{', '.join(several)}]"
        if sound:
            return finding("wrong-form", mistake, first, f"Write a list: `{shortened(whole)}`.", fix=whole)
        return finding(
            "wrong-form", mistake, first, "Write a list of ids: begin each with a hyphen, on a line of its own."
        )
    if isinstance(mistake.route[-1], int):
        return finding("wrong-form", mistake, first, "Write each as an entry of its own.")
    holder = next((step for step in reversed(mistake.route[:-1]) if isinstance(step, str)), "")
    noun = _HOLDERS.get(holder)
    rule = f"{noun} has one {mistake.route[-1]}." if noun else "Only one can be written here."
    instead = f"Write {listed(several)}." if sound else "Write one of them."
    return finding("wrong-form", mistake, first, rule, instead)


def _id(text: str) -> str | None:
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Za-z0-9._]+", "-", plain).strip("-._")
    return slug or None


def _date(text: str) -> str | None:
    """The day where only one can be meant; ``3/4/2026`` is not guessed."""
    days = days_meant(text)
    return days[0] if len(days) == 1 else None


def _date_or_month(text: str) -> str | None:
    month = re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})", text)
    found = f"{month[1]}-{int(month[2]):02d}" if month else _date(text)
    return found if found and is_day_or_month(found) else None


def _currency(text: str) -> str | None:
    plain = " ".join(text.casefold().split())
    if plain in _MONEY:
        return _MONEY[plain]
    if re.fullmatch(r"[A-Za-z]{3}", text):
        return text.upper()
    return _SIGNS.get(text)


def _percent(text: str) -> str | None:
    found = re.fullmatch(r"([0-9]{1,3})([.,]([0-9]+))?\s*(%|percent|per cent|Prozent)?", text)
    if not found or (not found[4] and found[2]):
        return None
    if int(found[1]) > 100:  # an amount of money, not a share of it
        return None
    return f"{found[1]}.{found[3]}%" if found[3] else f"{found[1]}%"


def _language(text: str) -> str | None:
    found = re.fullmatch(r"([A-Za-z]{2,3})([-_]([A-Za-z]{2}))?", text)
    if not found:
        return None
    return f"{found[1].lower()}-{found[3].upper()}" if found[3] else found[1].lower()


def _address(text: str) -> str | None:
    found = re.fullmatch(r"(http://|git@|ssh://git@)?([A-Za-z0-9-]+([.][A-Za-z0-9-]+)+)([:/][^ \"'<>]*)?", text)
    if not found:
        return None
    return f"https://{found[2]}{(found[4] or '').replace(':', '/', 1)}"


_BETTER = {
    "id": _id,
    "date": _date,
    "dateOrMonth": _date_or_month,
    "currency": _currency,
    "bonus": _percent,
    "languageTag": _language,
    "webAddress": _address,
}
