"""Who was asked and who agreed, what the change is and why, and where that is written down (AMEND-01 to 03)."""

from collections.abc import Iterator

from ..editions import Edition
from ..facts import AmendmentFacts, ApproverFacts
from ..findings import Finding, error
from ..vocabularies import AMENDMENT_KINDS, REMOVAL
from ..words import _


def consulted_and_approved(amendment: AmendmentFacts, edition: Edition) -> Iterator[Finding]:
    """AMEND-01, §3.2.1.3: consulted on and approved with stakeholders that took part in co-creation."""
    yield from _consulted(amendment)
    yield from _approved(amendment, edition)
    yield from _in_order(amendment)


def _consulted(amendment: AmendmentFacts) -> Iterator[Finding]:
    lacking = (
        ("consulted", bool(amendment.consulted), _("It is not stated who was consulted.")),
        ("consulted_on", bool(amendment.consulted_on), _("The day of the consultation is not stated.")),
        ("consulted_how", bool(amendment.consulted_how.strip()), _("How they were consulted is not stated.")),
    )
    for field, is_there, template in lacking:
        if not is_there:
            yield error("AMEND-01", amendment, template, field=field)


def _approved(amendment: AmendmentFacts, edition: Edition) -> Iterator[Finding]:
    least, counted = edition.ngs.min_amendment_approvers, sum(map(_counts, amendment.approvers))
    if counted < least:
        yield error(
            "AMEND-01",
            amendment,
            _("Approvals that count: %(count)s; at least %(least)s."),
            hint=_("It counts from a non-governmental stakeholder that took part in co-creation."),
            field="approved_by",
            count=counted,
            least=least,
        )
    if amendment.approvers and amendment.approved_on is None:
        yield error("AMEND-01", amendment, _("The day of the approval is not stated."), field="approved_on")


def _counts(approver: ApproverFacts) -> bool:
    return approver.sector == "ngs" and approver.took_part


def _in_order(amendment: AmendmentFacts) -> Iterator[Finding]:
    """First consulted, then approved, then in effect; all of it may be on one day."""
    consulted, approved, effective = amendment.consulted_on, amendment.approved_on, amendment.effective_on
    if consulted and approved and approved < consulted:
        yield error(
            "AMEND-01",
            amendment,
            _("It was approved on %(approved)s, before the consultation of %(consulted)s."),
            field="approved_on",
            approved=approved,
            consulted=consulted,
        )
    if approved and effective and effective < approved:
        yield error(
            "AMEND-01",
            amendment,
            _("It takes effect on %(effective)s, before it is approved on %(approved)s."),
            hint=_("Let it take effect on %(approved)s or later."),
            field="effective_on",
            effective=effective,
            approved=approved,
        )


def stated(amendment: AmendmentFacts) -> Iterator[Finding]:
    """AMEND-02, §3.2.1.3: the kind and the reason; of one in force also the values before and after."""
    if amendment.kind not in AMENDMENT_KINDS:
        yield error("AMEND-02", amendment, _("The kind of amendment is not stated."), field="kind")
    if not amendment.reason.strip():
        yield error("AMEND-02", amendment, _("The reason of the change is not stated."), field="reason")
    if amendment.filed_on and amendment.kind != REMOVAL and not (amendment.old and amendment.new):
        yield error(
            "AMEND-02",
            amendment,
            _("What stood there before and what stands there now is not kept."),
            field="new" if amendment.old else "old",
        )


def documented(amendment: AmendmentFacts) -> Iterator[Finding]:
    """AMEND-03, §3.2.1.3: the change and how it was decided are documented."""
    if not amendment.documented:
        yield error(
            "AMEND-03",
            amendment,
            _("No document shows how the change was decided."),
            hint=_("Attach the minutes or the decision, or name the meeting whose record shows it."),
            field="document",
        )
