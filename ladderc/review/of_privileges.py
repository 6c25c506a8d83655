"""Changes of what comes with a level: recognition, a part in decisions, seats in forums."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.review.naming import change, named, of_level, written_at
from ladderc.review.pairing import Pairing
from ladderc.span import Place

_ROLES = ("", "consulted", "advises", "decides")
_SAID = {"consulted": "is consulted", "advises": "advises", "decides": "decides"}
_HAD = {"consulted": "was consulted", "advises": "advised", "decides": "decided"}


def changes(pairing: Pairing) -> Iterator[Change]:
    """What came with a level and does not, and the other way round."""
    for old, new in pairing.levels.pairs:
        yield from _list(pairing, old, new, "recognition", "recognition-added", "recognition-removed")
        yield from _list(pairing, old, new, "forums", "forum-seat-added", "forum-seat-removed")
        yield from _decisions(pairing, old, new)


def _list(pairing: Pairing, old: Level, new: Level, field: str, added: str, removed: str) -> Iterator[Change]:
    was, is_ = getattr(old, field), getattr(new, field)
    name, subject = named(pairing.after, new), of_level(pairing.after, new)
    place = written_at(new, field)
    for one in is_:
        if one not in was:
            message = f"{name} {_gains(field)} {_called(pairing.after, field, one)} now."
            yield change(added, subject, message, place, thing=one, reaches=(new.key,))
    for one in was:
        if one not in is_:
            message = f"{name} {_loses(field)} {_called(pairing.before, field, one)} any more."
            yield change(removed, subject, message, place, thing=one, reaches=(new.key,))


def _gains(field: str) -> str:
    return "comes with" if field == "recognition" else "has a seat in"


def _loses(field: str) -> str:
    return "does not come with" if field == "recognition" else "has no seat in"


def _called(framework: Framework, field: str, one: str) -> str:
    known = framework.recognition.get(one) if field == "recognition" else framework.forums.get(one)
    return f"“{known.name.in_language(framework.locale)}”" if known else f"`{one}`"


def _decisions(pairing: Pairing, old: Level, new: Level) -> Iterator[Change]:
    was = {decision.domain: decision.role for decision in old.decisions}
    is_ = {decision.domain: decision.role for decision in new.decisions}
    places: dict[str, Place] = {decision.domain: decision.place for decision in new.decisions}
    for domain in dict.fromkeys((*is_, *was)):
        before, after = was.get(domain, ""), is_.get(domain, "")
        if before == after:
            continue
        rises = _ROLES.index(after) > _ROLES.index(before)
        known = pairing.after.domains.get(domain) or pairing.before.domains[domain]
        about = f"“{known.name.in_language(pairing.after.locale)}”"
        if not after:
            said = f"has no part in decisions on {about} any more; it {_HAD[before]}"
        else:
            said = f"{_SAID[after]} on {about} now; it {_HAD[before] if before else 'had no part in these decisions'}"
            said = said.replace("is consulted on", "is consulted about")
        yield change(
            "decision-right-raised" if rises else "decision-right-lowered",
            of_level(pairing.after, new),
            f"{named(pairing.after, new)} {said}.",
            places.get(domain, new.place),
            thing=domain,
            reaches=(new.key,),
        )
