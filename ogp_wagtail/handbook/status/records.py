"""What the record of a status holds, and who may write it."""

from collections.abc import Iterator

from ..editions import Edition
from ..facts import MembershipFacts, StatusEventFacts
from ..findings import Finding, error, warning
from ..words import _
from .conferred import cure_due

INVOLUNTARY = frozenset({"STAT-02", "STAT-03", "STAT-04", "STAT-05"})
BY_TRACKER = frozenset({"STAT-04", "STAT-05"})
TRIGGERS = {
    "inactive": INVOLUNTARY | {"voluntary"},
    "probation": frozenset({"STAT-11", "STAT-12"}),
    "revoked": frozenset({"STAT-16"}),
}


def check_event(event: StatusEventFacts) -> list[Finding]:
    """Return what is wrong with or missing from the record of a status (STAT-01, 06, 07, 08, 09)."""
    return [
        *it_is_conferred_by_the_support_unit(event),
        *the_condition_comes_first(event),
        *it_names_its_trigger(event),
        *voluntary_inactivity_is_asked_for(event),
        *voluntary_inactivity_is_talked_over(event),
        *a_letter_notes_it(event),
    ]


def it_is_conferred_by_the_support_unit(event: StatusEventFacts) -> Iterator[Finding]:
    """STAT-01, ROLE-10, §4: the Support Unit confers a status, nobody else."""
    if event.decided_by != "support-unit":
        yield error(
            "STAT-01",
            event,
            _("It was not conferred by the Support Unit."),
            hint=_("Record the status once the Support Unit has conferred it."),
            field="decided_by",
        )


def the_condition_comes_first(event: StatusEventFacts) -> Iterator[Finding]:
    """STAT-01, §4: a status is conferred on the day its condition is met or later."""
    if event.condition_met_on and event.condition_met_on > event.conferred_on:
        yield error(
            "STAT-01",
            event,
            _("It is conferred on %(day)s; its condition is met on %(met)s only."),
            hint=_("Confer it on %(met)s or later."),
            field="conferred_on",
            day=event.conferred_on,
            met=event.condition_met_on,
        )


def it_names_its_trigger(event: StatusEventFacts) -> Iterator[Finding]:
    """STAT-06, §4.1: the record names the trigger and, where the tracker is the reason, the quarters."""
    allowed = TRIGGERS.get(event.status)
    if allowed and event.trigger not in allowed:
        yield error(
            "STAT-06",
            event,
            _("It does not say what triggered it."),
            hint=_("Choose one of: %(allowed)s."),
            field="trigger",
            allowed=", ".join(sorted(allowed)),
        )
    if event.status == "inactive" and event.trigger in BY_TRACKER and not event.quarters:
        yield warning(
            "STAT-06",
            event,
            _("It does not name the quarters in question."),
            field="quarters",
        )


def is_sanction(event: StatusEventFacts) -> bool:
    """STAT-07, §4.1: a member that asks to be inactive suffers no harm from it; that is no sanction."""
    return event.status in TRIGGERS and not (event.status == "inactive" and event.is_voluntary)


def voluntary_inactivity_is_asked_for(event: StatusEventFacts) -> Iterator[Finding]:
    """STAT-07, §4.1: the member asks for it; the day of the request and the reason are on record."""
    if not event.is_voluntary:
        return
    if event.requested_on is None:
        yield error(
            "STAT-07",
            event,
            _("The day on which the member asked for it is not stated."),
            field="requested_on",
        )
    if not event.reason.strip():
        yield error("STAT-07", event, _("The reason for the request is not stated."), field="reason")


def voluntary_inactivity_is_talked_over(event: StatusEventFacts) -> Iterator[Finding]:
    """STAT-08, §4.1: it is recommended to discuss it with the stakeholders and with the OGP Local team."""
    if event.is_voluntary and not (event.discussed_with_ngs_on and event.discussed_with_su_on):
        yield warning(
            "STAT-08",
            event,
            _("No discussion of it with both the stakeholders and the OGP Local team is on record."),
            hint=_("Talk it over with both: stakeholders can keep the work going meanwhile."),
            field="discussed_with_ngs_on",
        )


def a_letter_notes_it(event: StatusEventFacts) -> Iterator[Finding]:
    """STAT-09, §4.1, §4.2: a letter of the Support Unit notes inactivity, voluntary too, and probation."""
    if event.status in ("inactive", "probation") and not (event.letter or event.letter_on):
        yield warning(
            "STAT-09",
            event,
            _("No letter of the Support Unit is on record."),
            hint=_("Attach the letter; the status is conferred on its day unless it says otherwise."),
            field="letter",
        )


def revocation_waits(
    membership: MembershipFacts, event: StatusEventFacts, edition: Edition
) -> Iterator[Finding]:
    """STAT-16, §4.2: membership is revoked after the four months of probation, not before."""
    before = [
        one for one in membership.events if one.conferred_on <= event.conferred_on and one.key != event.key
    ]
    due = cure_due(before[-1], edition) if before else None
    if event.status == "revoked" and due and event.conferred_on <= due:
        yield error(
            "STAT-16",
            event,
            _("It is revoked on %(day)s; what was missed may be put right until %(due)s."),
            hint=_("Revoke it after %(due)s, if nothing is put right."),
            field="conferred_on",
            day=event.conferred_on,
            due=due,
        )
