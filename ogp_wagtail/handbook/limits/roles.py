"""Who monitors the plan."""

from collections.abc import Iterator
from datetime import date

from ..editions import Edition
from ..facts import PlanFacts
from ..findings import Finding, error, warning
from ..vocabularies import EMBEDDED
from ..words import Label, Labels, _


def check_roles(plan: PlanFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what is missing or wrong about the monitoring body (MB, COAL-12)."""
    return [
        *one_monitoring_body(plan),
        *monitoring_body_is_approved(plan, day),
        *monitoring_body_is_independent(plan, edition),
    ]


def one_monitoring_body(plan: PlanFacts) -> Iterator[Finding]:
    """MB-01, MB-02, §3.5 and COAL-12, §3.4: one body of a known kind monitors the whole plan."""
    if not plan.monitoring_body:
        yield error(
            "COAL-12" if plan.is_joint else "MB-01",
            plan,
            _("No monitoring body is named."),
            hint=_("Name the one independent body that will assess the whole plan."),
            field="monitoring_body",
        )
    elif not plan.monitoring_body.kind:
        yield error(
            "MB-02",
            plan,
            _("The kind of monitoring body is not stated."),
            field="monitoring_body_kind",
        )


def monitoring_body_is_approved(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """MB-03, §3.5: non-governmental stakeholders approve the body by the day the plan is submitted."""
    due, body = plan.submitted_on or day, plan.monitoring_body
    if body and (body.approved_on is None or body.approved_on > due):
        yield error(
            "MB-03",
            plan,
            _("The approval of %(body)s by non-governmental stakeholders, by %(due)s, is not recorded."),
            hint=_("Record who approved it and when, for instance in the minutes of the forum."),
            field="monitoring_body_approved_on",
            body=body.name,
            due=due,
        )


def monitoring_body_is_independent(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """MB-04, §2.3, §3.5: whoever implements or coordinates does not monitor (embedded: AMB-34)."""
    body = plan.monitoring_body
    if body is None:
        return
    if roles := list(_roles_of_the_monitoring_body(plan, body.name)):
        yield error(
            "MB-04",
            plan,
            _("%(body)s monitors the plan and also has a part in it: %(roles)s."),
            hint=_("Choose a body that neither coordinates nor implements."),
            field="monitoring_body",
            body=body.name,
            roles=Labels(roles),
        )
    if body.kind == EMBEDDED:
        report = error if edition.mb.embedded_in_forum == "error" else warning
        yield report(
            "MB-04",
            plan,
            _("%(body)s is part of the co-creation space; say how its independence is ensured."),
            field="monitoring_body_kind",
            body=body.name,
        )


def _roles_of_the_monitoring_body(plan: PlanFacts, name: str) -> Iterator[str]:
    body = name.strip().casefold()
    if body == (plan.point_of_contact or "").strip().casefold():
        yield Label(_("point of contact"))
    for commitment in plan.live_commitments:
        if any(body == party.organisation.strip().casefold() for party in commitment.parties):
            yield commitment.code
