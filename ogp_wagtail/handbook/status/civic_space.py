"""Letters of local civil society on violations of civic space (STAT-18)."""

from collections.abc import Iterator
from typing import Literal

from ..facts import CivicSpaceCaseFacts
from ..findings import Finding, error, warning
from ..words import _


def case_state(case: CivicSpaceCaseFacts) -> Literal["under-review", "closed"]:
    """STAT-18, §4.2: a case is looked at by itself, without a deadline, until the Support Unit closes it."""
    return "closed" if case.closed_on else "under-review"


def status_after_letter(status: str, case: CivicSpaceCaseFacts) -> str:
    """STAT-18, §4.2: a letter changes no status, open or closed; only what the Support Unit confers does."""
    return status


def check_case(case: CivicSpaceCaseFacts) -> Iterator[Finding]:
    """STAT-18, §4.2: stakeholders outside government write the letter; a closed case says how it ended."""
    if case.sender_side != "ngs":
        yield error(
            "STAT-18",
            case,
            _("Only local civil society and other non-governmental stakeholders raise such a concern."),
            field="sender",
        )
    if case.closed_on and case.closed_on < case.received_on:
        yield error(
            "STAT-18",
            case,
            _("The case is closed on %(closed)s, before the letter came on %(received)s."),
            field="closed_on",
            closed=case.closed_on,
            received=case.received_on,
        )
    if case.closed_on and not case.outcome.strip():
        yield warning("STAT-18", case, _("The case is closed; its outcome is not stated."), field="outcome")
