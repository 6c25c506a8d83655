"""Nobody's pay ends where their manager's does.

Why
---
A ceiling at the manager's pay makes a team the only way past it, whatever the bands say.
It also punishes the manager who hires somebody better than themselves, which is what one hopes they do.

Source
------
D: experts who may earn more than their manager.
Read are all texts that authors write.
A sentence counts if it speaks of pay and limits it by that of a manager ("capped at the manager's", "may not exceed
that of their manager", "nobody earns more than their manager"), or asks that managers earn more than those they lead.
Negations are fine; English, German, French, Spanish, Italian and Dutch are read.

Bad
---
    # pay/2026.yaml
    exceptions:
      - track: specialist
        grade: G5
        min: 60000
        midpoint: 71000
        max: 83000
        because: legacy
        reason: The pay of an expert may not exceed that of their manager.  # <- here

Good
----
    # pay/2026.yaml
    exceptions:
      - track: specialist
        grade: G5
        min: 60000
        midpoint: 71000
        max: 83000
        because: legacy
        reason: The pay of an expert may exceed that of their manager, and the bands still have to be brought together.

When to waive
-------------
When a collective agreement has such a clause and it is being renegotiated.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Severity, Verdict
from ladderc.rules.base import Case, rule
from ladderc.rules.pay_caps import cap_words, pay_cap_phrase
from ladderc.rules.sentences import Wording, judge_sentences


def check(case: Case) -> Iterator[Verdict]:
    """One verdict an owner of such a text, or one for the family."""
    wording = Wording(
        lambda one: pay_cap_phrase(one.text, case.framework.locale),
        cap_words,
        "keeps somebody's pay below that of their manager",
        "Expected the band of the grade to be the only limit.\nTake the sentence out, or name the band instead.",
    )
    yield from judge_sentences(case, wording)


RULE = rule(__name__, check, severity=Severity.ERROR, pay="partly")
