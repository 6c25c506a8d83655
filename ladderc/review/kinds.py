"""Every kind of change: what it means for the people it reaches, and which kind undoes it."""

from __future__ import annotations

from typing import NamedTuple

from ladderc.model.change import Impact


class Kind(NamedTuple):
    """One kind of change.

    ``undoes`` names the kind seen when the two states are swapped; None for a kind that is its own mirror.
    ``reason`` says in one sentence why it is worse, better, neutral or unclear for the people it reaches.
    """

    impact: Impact
    reason: str
    undoes: str | None = None


def _both(one: str, other: str, impact: Impact, reason: str, opposite: Impact, other_reason: str) -> dict[str, Kind]:
    return {one: Kind(impact, reason, other), other: Kind(opposite, other_reason, one)}


KINDS: dict[str, Kind] = {
    # Levels and tracks
    **_both(
        "level-added", "level-removed",
        "better", "There is one more level to reach.",
        "worse", "Whoever stands there has no level any more, and nobody can reach it.",
    ),
    "level-moved": Kind("unclear", "The level belongs to another track now, with that track's future and comparison."),
    "level-renamed": Kind("neutral", "Only the id changed."),
    "title-changed": Kind("unclear", "A title is what people show outside, and nobody but they can say which they prefer."),
    "summary-reworded": Kind("neutral", "The summary describes the level and asks for nothing."),
    **_both(
        "grade-raised", "grade-lowered",
        "better", "A higher grade means wider scope and a higher band.",
        "worse", "A lower grade means narrower scope and a lower band.",
    ),
    "reports-changed": Kind("unclear", "How many people report to the level changes, which is more work for some and more standing for others."),
    **_both(
        "career-level-set", "career-level-cleared",
        "better", "Staying at this level is declared a good place to stay.",
        "worse", "Staying at this level is not declared a good place to stay any more.",
    ),
    **_both(
        "entry-opened", "entry-closed",
        "better", "People can come in at this level.",
        "worse", "People cannot come in at this level any more.",
    ),
    **_both(
        "published", "withdrawn",
        "better", "It is shown, so people can see where they stand and where they can go.",
        "worse", "It is a draft now, so nobody but HR sees it.",
    ),
    "audience-changed": Kind("unclear", "Other readers than before see it."),
    **_both(
        "track-added", "track-removed",
        "better", "There is one more way to grow.",
        "worse", "One way to grow is gone, and its people have no level.",
    ),
    "track-renamed": Kind("neutral", "Only the id changed."),
    "track-reworded": Kind("neutral", "The track's name or purpose is worded differently."),
    "track-kind-changed": Kind("unclear", "Another kind of work is expected, and other tracks are compared with it."),
    "track-setting-changed": Kind("unclear", "It decides with whom the track is compared, or where it leads."),
    # What is asked
    **_both(
        "expectation-added", "expectation-removed",
        "worse", "More is asked at the same grade.",
        "better", "Less is asked at the same grade.",
    ),
    **_both(
        "expectation-raised", "expectation-lowered",
        "worse", "The same sentence asks for more.",
        "better", "The same sentence asks for less.",
    ),
    "expectation-moved": Kind("neutral", "The same is asked as before, under another heading."),
    **_both(
        "expectation-moved-up", "expectation-moved-down",
        "unclear", "Less is asked at the lower level, and more at the higher one.",
        "unclear", "Less is asked at the higher level, and more at the lower one.",
    ),
    "expectation-moved-across": Kind("unclear", "Less is asked on one track, and more on the other."),
    "expectation-reworded": Kind("neutral", "The words changed; read them to see whether the meaning did."),
    **_both(
        "rating-raised", "rating-lowered",
        "worse", "A higher mark is asked at the same grade.",
        "better", "A lower mark is asked at the same grade.",
    ),
    **_both(
        "duty-added", "duty-removed",
        "worse", "There is one more duty at the same grade.",
        "better", "There is one duty less at the same grade.",
    ),
    "duty-reworded": Kind("neutral", "The words changed; read them to see whether the meaning did."),
    **_both(
        "metric-added", "metric-removed",
        "unclear", "One more thing is measured, which can show success or burden people.",
        "unclear", "One thing is not measured any more, so success in it is not seen either.",
    ),
    **_both(
        "metric-target-raised", "metric-target-lowered",
        "worse", "The target is harder to meet.",
        "better", "The target is easier to meet.",
    ),
    "metric-reworded": Kind("neutral", "The metric is described differently."),
    "builds-on-changed": Kind("unclear", "The level takes its base from another level's text."),
    # The step into a level
    **_both(
        "promotion-bar-raised", "promotion-bar-lowered",
        "worse", "It is harder to be promoted to this level.",
        "better", "It is easier to be promoted to this level.",
    ),
    "promotion-changed": Kind("unclear", "Other people or other grounds decide on the promotion."),
    # What comes with a level
    **_both(
        "recognition-added", "recognition-removed",
        "better", "The level comes with one more form of recognition.",
        "worse", "The level comes with one form of recognition less.",
    ),
    **_both(
        "decision-right-raised", "decision-right-lowered",
        "better", "The level has more to say in these decisions.",
        "worse", "The level has less to say in these decisions.",
    ),
    **_both(
        "forum-seat-added", "forum-seat-removed",
        "better", "The level has a seat where it had none.",
        "worse", "The level loses its seat.",
    ),
    **_both(
        "award-opened", "award-closed",
        "better", "More people can win this award.",
        "worse", "Fewer people can win this award.",
    ),
    # Ways between levels
    **_both(
        "move-opened", "move-closed",
        "better", "There is a way that was not there.",
        "worse", "A way that was there is gone.",
    ),
    **_both(
        "move-eased", "move-hardened",
        "better", "Whoever takes this way is better protected.",
        "worse", "Whoever takes this way is less protected.",
    ),
    "move-changed": Kind("unclear", "The terms of this way are different."),
    # Pay
    **_both(
        "band-raised", "band-lowered",
        "better", "Pay can rise.",
        "worse", "Pay can fall, or stop rising sooner.",
    ),
    **_both(
        "band-widened", "band-narrowed",
        "unclear", "The top is higher and the bottom is lower.",
        "unclear", "The bottom is higher and the top is lower.",
    ),
    "band-reshaped": Kind("unclear", "Some figures of the band rise and others fall."),
    **_both(
        "band-added", "band-removed",
        "better", "Pay is written down where nothing was.",
        "worse", "Pay is not written down any more.",
    ),
    **_both(
        "bonus-raised", "bonus-lowered",
        "better", "The bonus can be higher.",
        "worse", "The bonus can be lower at best.",
    ),
    **_both(
        "equity-raised", "equity-lowered",
        "better", "More equity is granted.",
        "worse", "Less equity is granted.",
    ),
    **_both(
        "pay-exception-added", "pay-exception-removed",
        "unclear", "One track has a band of its own at this grade.",
        "unclear", "The track has the band of its grade again.",
    ),
    "pay-exception-reworded": Kind("neutral", "The reason of the exception is worded differently."),
    **_both(
        "zone-factor-raised", "zone-factor-lowered",
        "better", "Pay in this zone rises.",
        "worse", "Pay in this zone falls.",
    ),
    **_both(
        "zone-added", "zone-removed",
        "neutral", "Pay is written down for one more place.",
        "neutral", "Pay is not written down for this place any more.",
    ),
    "zone-renamed": Kind("neutral", "Only the id changed, in every pay file that names it."),
    **_both(
        "pay-file-added", "pay-file-removed",
        "neutral", "It holds from its own date on.",
        "neutral", "What it said does not hold any more.",
    ),
    "pay-terms-changed": Kind("unclear", "The terms under which people are paid are different."),
    "market-updated": Kind("neutral", "Market figures inform pay and are not pay."),
    # The spine and the lists that all levels share
    **_both(
        "grade-added", "grade-removed",
        "neutral", "A grade is there for levels to use.",
        "neutral", "Levels can use one grade less.",
    ),
    "grade-renamed": Kind("neutral", "Only the id changed, at every level and band that has it."),
    "grade-reworded": Kind("neutral", "The grade's name or scope is worded differently."),
    "grade-executive-changed": Kind("unclear", "Executive grades are excused from comparison across tracks."),
    "grades-reordered": Kind("unclear", "What is higher than what has changed."),
    **_both(
        "dimension-added", "dimension-removed",
        "neutral", "It asks for something only where levels speak to it.",
        "neutral", "What levels said under it is listed with them.",
    ),
    "dimension-renamed": Kind("neutral", "Only the id changed, at every level that speaks to it."),
    "dimension-reworded": Kind("neutral", "The dimension's name or question is worded differently."),
    "dimension-changed": Kind("unclear", "The dimension measures something else, or holds for other tracks or grades."),
    "rating-scale-changed": Kind("unclear", "The same mark means something else."),
    **_both(
        "family-added", "family-removed",
        "neutral", "Parity is judged in one more family.",
        "neutral", "Parity is judged in one family less.",
    ),
    "family-renamed": Kind("neutral", "Only the id changed, at every track that belongs to it."),
    "family-changed": Kind("neutral", "The family is described differently, or asks for other dimensions."),
    **_both(
        "catalogue-entry-added", "catalogue-entry-removed",
        "neutral", "Levels can refer to it.",
        "neutral", "No level can refer to it.",
    ),
    "catalogue-entry-renamed": Kind("neutral", "Only the id changed, at every level that has it."),
    "catalogue-entry-changed": Kind("unclear", "It means something else, or is open to other people, at every level that has it."),
    # How the firm watches over it
    **_both(
        "waiver-added", "waiver-removed",
        "unclear", "A finding is excused for a while; read the reason.",
        "neutral", "Nothing is excused by it any more.",
    ),
    **_both(
        "waiver-extended", "waiver-shortened",
        "unclear", "A finding is excused for longer.",
        "neutral", "A finding is excused for a shorter time.",
    ),
    "waiver-reworded": Kind("neutral", "The exception's reason or owner is written differently."),
    **_both(
        "known-finding-added", "known-finding-removed",
        "unclear", "A finding is recorded as known, so that it does not fail any more.",
        "neutral", "A finding counts again, or was mended.",
    ),
    **_both(
        "rule-setting-loosened", "rule-setting-tightened",
        "unclear", "The same state is judged more mildly.",
        "neutral", "The same state is judged more strictly.",
    ),
    "rule-setting-changed": Kind("unclear", "The same state may be judged differently."),
    **_both(
        "freeze-set", "freeze-lifted",
        "neutral", "Expectations may not rise during that time.",
        "neutral", "Expectations may rise during that time.",
    ),
    "freeze-changed": Kind("neutral", "The time in which expectations may not rise is another one."),
    "framework-fact-changed": Kind("neutral", "It says who answers for the framework, or how it is read."),
    **_both(
        "language-added", "language-removed",
        "neutral", "More people can read it in their own language.",
        "neutral", "Those who read it in that language have to read another.",
    ),
    **_both(
        "release-added", "release-removed",
        "neutral", "It names a published state.",
        "neutral", "It does not name that state any more.",
    ),
    "release-changed": Kind("neutral", "The published state is described differently."),
}  # fmt: skip
"""Every kind by name, in the order in which kinds of one impact are listed."""


PAY_CHANGED = "pay-changed"
"""What every change of pay is called where pay may not be shown: rising or falling is a matter of pay, too."""


def mirror_of(kind: str) -> str:
    """The kind seen when the two states are swapped."""
    return KINDS[kind].undoes or kind
