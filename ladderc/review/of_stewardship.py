"""Changes of how the firm watches over its framework: exceptions, rule settings, known findings, freezes, releases."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from ladderc.finding import Severity, Subject
from ladderc.model.catalogue import Freeze, RuleOptions, Waiver
from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.review.matching import matched
from ladderc.review.naming import change, now_and_before, shown
from ladderc.review.pairing import Pairing
from ladderc.review.same_text import wordings
from ladderc.rules import catalog
from ladderc.span import Place

_FACTS = ("owner", "sponsor", "reviewed", "review_every_months", "locale", "law", "repository", "spine_assumed")
_FOR_HR = "`ladderc diff --audience hr` shows the reason"
_PROFILES = ("adopt", "standard", "strict")


def changes(pairing: Pairing) -> Iterator[Change]:
    """What changed about waivers, settings, the baseline, frozen periods, releases and the framework's own facts."""
    yield from _waivers(pairing)
    yield from _known(pairing)
    yield from _settings(pairing)
    yield from _freeze(pairing)
    yield from _facts(pairing)
    yield from _releases(pairing)


def _waivers(pairing: Pairing) -> Iterator[Change]:
    old_ones = tuple(_today(pairing, waiver) for waiver in pairing.before.waivers)
    found = matched(old_ones, pairing.after.waivers, (_whole, _covers))
    for waiver in found.gone:
        message = f"The waiver of `{waiver.rule}` for {_about(waiver)} is gone."
        yield change("waiver-removed", _subject(waiver), message, waiver.place, gone=True, thing=waiver.rule)
    for waiver in found.new:
        message = f"A new waiver of `{waiver.rule}` for {_about(waiver)} holds until {waiver.expires}"
        said = f"{message}: {shown(waiver.reason, pairing.after)}."
        yield change(
            "waiver-added",
            _subject(waiver),
            said,
            waiver.place,
            thing=waiver.rule,
            message_without_pay=f"{message}; {_FOR_HR}.",
        )
    for old, new in found.pairs:
        about = f"The waiver of `{new.rule}` for {_about(new)}"
        if old.expires != new.expires:
            kind = "waiver-extended" if new.expires > old.expires else "waiver-shortened"
            message = f"{about} holds until {new.expires} now; it held until {old.expires}."
            yield change(kind, _subject(new), message, new.place, thing=new.rule)
        words = wordings(old.reason, new.reason)
        if words or old.owner != new.owner:
            message = f"{about} has another {'reason' if words else 'owner'}."
            yield change(
                "waiver-reworded", _subject(new), message, new.place,
                thing=new.rule, wordings=words, message_without_pay=f"{message.removesuffix('.')}; {_FOR_HR}." if words else "",
            )  # fmt: skip


def _today(pairing: Pairing, waiver: Waiver) -> Waiver:
    """A waiver of before that names its track and level as they are called now."""
    named_now = pairing.subject_now(_subject(waiver))
    return waiver._replace(track=named_now.track, level=named_now.level)


def _whole(waiver: Waiver) -> Hashable:
    return waiver._replace(place=None)  # type: ignore[arg-type] # only compared, and where it stands is no part of it


def _covers(waiver: Waiver) -> Hashable:
    return (waiver.rule, _subject(waiver))


def _subject(waiver: Waiver) -> Subject:
    return Subject(waiver.family, waiver.track, waiver.level, waiver.grade, waiver.zone)


def _about(waiver: Waiver) -> str:
    parts = ((name, getattr(waiver, name)) for name in ("level", "track", "grade", "zone", "family"))
    return ", ".join(f"{name} `{value}`" for name, value in parts if value) or "the whole framework"


def _known(pairing: Pairing) -> Iterator[Change]:
    old = {entry.fingerprint: entry for entry in pairing.before.baseline}
    new = {entry.fingerprint: entry for entry in pairing.after.baseline}
    for fingerprint, entry in old.items():
        if fingerprint not in new:
            message = f"`{entry.rule}` on {entry.about} is not recorded as known any more."
            subject = Subject(family=entry.family)
            yield change("known-finding-removed", subject, message, entry.place, gone=True, thing=fingerprint)
    for fingerprint, entry in new.items():
        if fingerprint not in old:
            message = f"`{entry.rule}` on {entry.about} is recorded as known."
            yield change("known-finding-added", Subject(family=entry.family), message, entry.place, thing=fingerprint)


def _settings(pairing: Pairing) -> Iterator[Change]:
    before, after = pairing.before, pairing.after
    if before.profile != after.profile:
        stricter = _PROFILES.index(after.profile) > _PROFILES.index(before.profile)
        kind = "rule-setting-tightened" if stricter else "rule-setting-loosened"
        message = f"The profile is `{after.profile}` now; it was `{before.profile}`."
        yield change(kind, Subject(), message, _rules_place(after), thing="profile")
    for rule in dict.fromkeys((*after.rules, *before.rules)):
        yield from _rule(after, rule, "", before.rules.get(rule), after.rules.get(rule))


def _rule(
    after: Framework, rule: str, family: str, old: RuleOptions | None, new: RuleOptions | None
) -> Iterator[Change]:
    place = new.place if new else _rules_place(after)
    subject, within = Subject(family=family or None), f" in {family}" if family else ""
    was, is_ = (old.severity if old else None), (new.severity if new else None)
    if was != is_:
        usual = catalog.load(rule).severity if rule in catalog.names() else Severity.WARNING
        ranks = [Severity(one).rank if one else usual.rank for one in (was, is_)]
        kinds = {True: "rule-setting-tightened", False: "rule-setting-loosened"}
        kind = kinds[ranks[1] > ranks[0]] if ranks[0] != ranks[1] else "rule-setting-changed"
        message = f"`{rule}` weighs {_weight(is_)}{within} now; it weighed {_weight(was)}."
        yield change(kind, subject, message, place, thing=f"{rule}/severity")
    values, now = dict(old.settings if old else ()), dict(new.settings if new else ())
    for name in dict.fromkeys((*now, *values)):
        if values.get(name) != now.get(name):
            message = f"`{name}` of `{rule}` is {_value(now.get(name))}{within} now; it was {_value(values.get(name))}."
            yield change("rule-setting-changed", subject, message, place, thing=f"{rule}/{name}")
    inside, here = dict(old.families if old else ()), dict(new.families if new else ())
    for one in dict.fromkeys((*here, *inside)):
        yield from _rule(after, rule, one, inside.get(one), here.get(one))


def _rules_place(framework: Framework) -> Place:
    return framework.at("rules") if "rules" in framework.given else framework.place


def _weight(severity: str | None) -> str:
    return f"`{severity}`" if severity else "what it usually does"


def _value(value: object) -> str:
    if value is None:
        return "the usual one"
    return ", ".join(f"`{one}`" for one in value) if isinstance(value, tuple) else f"`{value}`"


def _freeze(pairing: Pairing) -> Iterator[Change]:
    old, new = pairing.before.freeze, pairing.after.freeze
    if new and not old:
        message = f"Expectations may not rise {_during(new)}."
        yield change("freeze-set", Subject(), message, new.place)
    elif old and not new:
        message = f"The time in which expectations could not rise, {_during(old)}, is lifted."
        yield change("freeze-lifted", Subject(), message, old.place, gone=True)
    elif old and new and (old.start, old.end, old.why) != (new.start, new.end, new.why):
        message = f"Expectations may not rise {_during(new)}; it was {_during(old)}."
        yield change("freeze-changed", Subject(), message, new.place, wordings=wordings(old.why, new.why))


def _during(freeze: Freeze) -> str:
    return f"from {freeze.start} to {freeze.end}"


def _facts(pairing: Pairing) -> Iterator[Change]:
    before, after = pairing.before, pairing.after
    for field in ("name", "summary"):
        if words := wordings(getattr(before, field), getattr(after, field)):
            place = after.at(field) if field in after.given else after.place
            message = f"The framework's {field} is worded differently."
            yield change("framework-fact-changed", Subject(), message, place, thing=field, wordings=words)
    for field in _FACTS:
        was, is_ = getattr(before, field), getattr(after, field)
        if was != is_:
            place = after.at(field) if field in after.given else after.place
            given = "spine" if field == "spine_assumed" else field
            message = now_and_before(f"`{given}`", _fact(field, is_), _fact(field, was))
            yield change("framework-fact-changed", Subject(), message, place, thing=given)
    for id in dict.fromkeys((*after.audiences, *before.audiences)):
        own, now = before.audiences.get(id), after.audiences.get(id)
        if (own and own._replace(place=after.place)) != (now and now._replace(place=after.place)):
            message = f"The audience `{id}` {'is new' if not own else 'is gone' if not now else 'sees something else'}."
            place = now.place if now else after.place
            yield change("framework-fact-changed", Subject(), message, place, thing=f"audiences/{id}")


def _fact(field: str, value: object) -> str:
    if field == "spine_assumed":
        return "`assumed`" if value else "`declared`"
    return f"“{value}”" if value is not None else ""


def _releases(pairing: Pairing) -> Iterator[Change]:
    old, new = ({release.id: release for release in side.releases} for side in (pairing.before, pairing.after))
    for id, release in old.items():
        if id not in new:
            yield change("release-removed", Subject(), f"The release {id} is gone.", release.place, gone=True, thing=id)
    for id, release in new.items():
        if id not in old:
            message = f"The release {id} of {release.date} is new."
            yield change("release-added", Subject(), message, release.place, thing=id)
        elif old[id]._replace(place=release.place) != release:
            words = wordings(old[id].title, release.title) + wordings(old[id].notes, release.notes)
            message = f"The release {id} is described differently."
            yield change("release-changed", Subject(), message, release.place, thing=id, wordings=words)
