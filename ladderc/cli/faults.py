"""The faults for which nothing is built: unreadable files, wrong shape, names that point nowhere."""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING

from ladderc.report.styled import Line

if TYPE_CHECKING:
    from ladderc.pipeline import Checked


def faults_of(checked: Checked, day: datetime.date) -> tuple[Line, ...]:
    """The report of what stops a build, or nothing; findings about parity never do."""
    from ladderc.finding import Severity  # after the check: help must not wait for it
    from ladderc.report.report import make_report
    from ladderc.report.text import as_text
    from ladderc.rules.judgement import Judgement

    if checked.framework and not any(fault.severity is Severity.ERROR for fault in checked.faults):
        return ()
    report = make_report(
        checked.reading, checked.faults, checked.framework, Judgement(()), day, show_pay=sys.stderr.isatty()
    )
    return as_text(report)
