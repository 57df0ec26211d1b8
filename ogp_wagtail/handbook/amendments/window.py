"""When a commitment may be amended, and who has to know before (AMEND-04, AMEND-05)."""

from collections.abc import Iterator
from datetime import date

from ..calendar import add_months
from ..editions import Edition
from ..facts import AmendmentFacts, CommitmentFacts
from ..findings import Finding, error, warning
from ..words import _


def window_closes(commitment: CommitmentFacts, edition: Edition) -> date | None:
    """Return the last day on which the commitment can be amended, by its own submission (AMEND-04, §3.2.1.3)."""
    submitted = commitment.submitted_on
    return add_months(submitted, edition.amend.window_months) if submitted else None


def inside_the_window(
    commitment: CommitmentFacts, amendment: AmendmentFacts, edition: Edition, day: date
) -> Iterator[Finding]:
    """AMEND-04, §3.2.1.3: within six months of the commitment's own submission, else the Support Unit agreed.

    An amendment that does not say when it takes effect is looked at as if it did on ``day``.
    """
    closes, effective = window_closes(commitment, edition), amendment.effective_on or day
    yield from _after_the_submission(commitment, amendment, effective)
    if closes is None or effective <= closes or _is_excepted(amendment, effective):
        return
    report = error if edition.amend.after_window == "block" else warning
    yield report(
        "AMEND-04",
        amendment,
        _(
            "It takes effect on %(effective)s; %(code)s, filed on %(submitted)s, can be amended until %(closes)s."
        ),
        hint=_("After %(closes)s the Support Unit has to agree first; record the day on which it did."),
        field="effective_on",
        effective=effective,
        code=commitment.code,
        submitted=commitment.submitted_on,
        closes=closes,
    )


def _is_excepted(amendment: AmendmentFacts, effective: date) -> bool:
    return amendment.su_agreed_on is not None and amendment.su_agreed_on <= effective


def _after_the_submission(
    commitment: CommitmentFacts, amendment: AmendmentFacts, effective: date
) -> Iterator[Finding]:
    submitted = commitment.submitted_on
    if submitted and effective < submitted:
        yield error(
            "AMEND-04",
            amendment,
            _("It takes effect on %(effective)s, before %(code)s was filed on %(submitted)s."),
            hint=_("Let it take effect on %(submitted)s or later."),
            field="effective_on",
            effective=effective,
            code=commitment.code,
            submitted=submitted,
        )


def has_come(amendment: AmendmentFacts, day: date) -> Iterator[Finding]:
    """AMEND-04, §3.2.1.3: a change is published and filed from the day on which it takes effect, not before."""
    if amendment.effective_on and amendment.effective_on > day:
        yield error(
            "AMEND-04",
            amendment,
            _("It takes effect on %(effective)s; until then the commitment stays as it is."),
            hint=_("Publish and file it on %(effective)s or later."),
            field="effective_on",
            effective=amendment.effective_on,
        )


def support_unit_is_told(amendment: AmendmentFacts) -> Iterator[Finding]:
    """AMEND-05, §3.2.1.3: the OGP Local team is told of the change by the day on which it takes effect."""
    notified, effective = amendment.notified_on, amendment.effective_on
    if effective is None:
        template = _("The day on which it takes effect is not stated.")
        yield error("AMEND-05", amendment, template, field="effective_on")
    if notified is None:
        yield error(
            "AMEND-05",
            amendment,
            _("The day on which the OGP Local team was told is not stated."),
            field="notified_on",
        )
    elif effective and notified > effective:
        yield error(
            "AMEND-05",
            amendment,
            _("The OGP Local team was told on %(notified)s, after the change took effect on %(effective)s."),
            hint=_("Let it take effect on %(notified)s or later."),
            field="effective_on",
            notified=notified,
            effective=effective,
        )
