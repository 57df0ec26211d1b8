"""The body that monitors a plan: named, approved, independent, with the means it needs (§2.3, §3.5)."""

from collections.abc import Iterator
from datetime import date

from ..calendar import day_after
from ..editions import Edition
from ..facts import MonitoringBodyFacts, PlanFacts
from ..findings import Finding, advice, error, warning
from ..vocabularies import EMBEDDED, MONITORING_BODY_TYPES
from ..words import Label, Labels, _

FOUND_BY_THE_SUPPORT_UNIT = ("irm-researcher", "peer-member")


def check_monitoring_body(plan: PlanFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what is missing about the monitoring body on ``day`` (MB-01 to MB-05, MB-07, MB-11, MB-12)."""
    return [
        *one_monitoring_body(plan),
        *kind_is_stated(plan),
        *kind_is_listed(plan),
        *monitoring_body_is_approved(plan, edition, day),
        *monitoring_body_is_independent(plan, edition),
        *means_are_stated(plan),
        *guidance_is_used(plan),
        *help_is_on_record(plan),
        *bodies_follow_one_another(plan),
    ]


def one_monitoring_body(plan: PlanFacts) -> Iterator[Finding]:
    """MB-01, §2.3, §3.5 and COAL-12, §3.4: one body monitors the whole plan and is named in it."""
    if not plan.monitoring_body or not plan.monitoring_body.name.strip():
        yield error(
            "COAL-12" if plan.is_joint else "MB-01",
            plan,
            _("No monitoring body is named."),
            hint=_("Name the one independent body that will assess the whole plan."),
            field="monitoring_body",
        )


def kind_is_stated(plan: PlanFacts) -> Iterator[Finding]:
    """MB-02, §3.5: what kind of body it is."""
    if plan.monitoring_body and not plan.monitoring_body.kind:
        yield error(
            "MB-02",
            plan,
            _("The kind of monitoring body is not stated."),
            hint=_("Choose: %(kinds)s."),
            field="monitoring_body_kind",
            kinds=_kinds(),
        )


def kind_is_listed(plan: PlanFacts) -> Iterator[Finding]:
    """V-MBTYPE, §3.5: the kind is one of the handbook's five."""
    body = plan.monitoring_body
    if body and body.kind and body.kind not in MONITORING_BODY_TYPES:
        yield error(
            "V-MBTYPE",
            plan,
            _("“%(kind)s” is no kind of monitoring body."),
            hint=_("Choose: %(kinds)s."),
            field="monitoring_body_kind",
            kind=body.kind,
            kinds=_kinds(),
        )


def _kinds() -> Labels:
    return Labels(Label(choice.label) for choice in MONITORING_BODY_TYPES)


def approval_due(plan: PlanFacts, day: date) -> date:
    """Return the day by which the body is approved: submission, or the day it took over from another (MB-12)."""
    submitted = plan.submitted_on or day
    body = plan.monitoring_body
    took_over = body.held_from if body and _replaced_after(plan, submitted) else None
    return max(submitted, took_over) if took_over else submitted


def _replaced_after(plan: PlanFacts, submitted: date) -> bool:
    """Whether another body monitored the plan once it was submitted."""
    return any(one.held_until and one.held_until >= submitted for one in plan.former_monitoring_bodies)


def monitoring_body_is_approved(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """MB-03, §3.5: stakeholders that took part approve the body by the day the plan is submitted."""
    due, body = approval_due(plan, day), plan.monitoring_body
    if body is None:
        return
    if body.approved_on is None or body.approved_on > due:
        yield error(
            "MB-03",
            plan,
            _("The approval of %(body)s by non-governmental stakeholders, by %(due)s, is not recorded."),
            hint=_("Record who approved it and when, for instance in the minutes of the forum."),
            field="monitoring_body_approved_on",
            body=body.name,
            due=due,
        )
    elif len(approvers := approvers_that_count(body)) < edition.ngs.min_mb_approvers:
        yield error(
            "MB-03",
            plan,
            _("%(body)s was approved by %(count)s stakeholders that took part; at least %(least)s have to."),
            hint=_("Name who approved it: non-governmental stakeholders that took part in co-creation."),
            field="monitoring_body_approved_by",
            body=body.name,
            count=len(approvers),
            least=edition.ngs.min_mb_approvers,
        )


def approvers_that_count(body: MonitoringBodyFacts) -> tuple[str, ...]:
    """Return the non-governmental stakeholders that took part and approved the body."""
    return tuple(one.organisation for one in body.approvers if one.sector == "ngs" and one.took_part)


def monitoring_body_is_independent(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """MB-04, §2.3, §3.5: whoever coordinates or implements does not monitor (within the forum: AMB-34)."""
    body = plan.monitoring_body
    if body is None:
        return
    if roles := list(dict.fromkeys(_roles_of(body, plan))):
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
        yield _within_the_forum(plan, body, edition)


def _roles_of(body: MonitoringBodyFacts, plan: PlanFacts) -> Iterator[str]:
    """The parts that the body, or one of its people, has in the plan."""
    own = {name.strip().casefold() for name in (body.name, body.contact, body.person)} - {""}
    officials = [(plan.point_of_contact or "", Label(_("point of contact")))]
    for member in plan.memberships:
        officials += [
            (member.point_of_contact, Label(_("point of contact"))),
            (member.senior_official, Label(_("senior official"))),
            (member.lead_agency, Label(_("lead agency"))),
        ]
    yield from (role for name, role in officials if name.strip().casefold() in own)
    for commitment in plan.live_commitments:
        involved = [name for party in commitment.parties for name in (party.organisation, party.contact)]
        involved += [milestone.responsible for milestone in commitment.milestones]
        if any(name.strip().casefold() in own for name in involved):
            yield commitment.code


def _within_the_forum(plan: PlanFacts, body: MonitoringBodyFacts, edition: Edition) -> Finding:
    if edition.mb.embedded_in_forum == "error":
        return error(
            "MB-04",
            plan,
            _("%(body)s is part of the co-creation space, so it is not independent of it."),
            hint=_("Choose a body outside the space."),
            field="monitoring_body_kind",
            body=body.name,
        )
    if body.independence.strip():
        return advice(
            "MB-04",
            plan,
            _("%(body)s is part of the co-creation space. What ensures its independence: %(statement)s"),
            field="monitoring_body_independence",
            body=body.name,
            statement=body.independence.strip(),
        )
    return warning(
        "MB-04",
        plan,
        _("%(body)s is part of the co-creation space; say how its independence is ensured."),
        hint=_("Write the safeguards down, for instance that its members implement nothing."),
        field="monitoring_body_independence",
        body=body.name,
    )


def means_are_stated(plan: PlanFacts) -> Iterator[Finding]:
    """MB-05, §3.5: the member provides what the body needs, and says what that is."""
    body = plan.monitoring_body
    if body and not body.resources.strip():
        yield warning(
            "MB-05",
            plan,
            _("What %(body)s gets for its work is not stated."),
            hint=_("Say which means the member provides, for instance days a report and who pays them."),
            field="monitoring_body_resources",
            body=body.name,
        )


def guidance_is_used(plan: PlanFacts) -> Iterator[Finding]:
    """MB-07, §2.3: the body is encouraged to use the guidance of OGP Local and the IRM."""
    body = plan.monitoring_body
    if body and not body.uses_guidance:
        yield warning(
            "MB-07",
            plan,
            _("%(body)s has not said that it uses the guidance of OGP Local and the IRM."),
            hint=_("Point it to the guidance, and tick that it uses it."),
            field="monitoring_body_uses_guidance",
            body=body.name,
        )


def help_is_on_record(plan: PlanFacts) -> Iterator[Finding]:
    """MB-11, §3.5: researchers and peers are found through the Support Unit; nobody has to ask for one."""
    body = plan.monitoring_body
    if body and body.kind in FOUND_BY_THE_SUPPORT_UNIT and body.support_requested_on is None:
        yield advice(
            "MB-11",
            plan,
            _("The Support Unit finds researchers and peers; when it was asked is not on record."),
            field="monitoring_body_support_requested_on",
        )


def bodies_follow_one_another(plan: PlanFacts) -> Iterator[Finding]:
    """MB-12 (derived): one body at a time, those before it on record, the Support Unit told of a change."""
    body = plan.monitoring_body
    for former in plan.former_monitoring_bodies:
        if former.held_until is None or (body and body.held_from and former.held_until >= body.held_from):
            yield error(
                "MB-12",
                plan,
                _("%(former)s and %(body)s monitor the plan at the same time; there is one body at a time."),
                hint=_("End the one on the day before the other begins."),
                field="monitoring_body",
                former=former.name,
                body=body.name if body else "–",
            )
    if body and plan.submitted_on and _replaced_after(plan, plan.submitted_on) and not body.su_notified_on:
        yield warning(
            "MB-12",
            plan,
            _("%(body)s took over on %(since)s; that the Support Unit was told is not recorded."),
            field="monitoring_body_su_notified_on",
            body=body.name,
            since=body.held_from or day_after(_last_day_of_the_former(plan)),
        )


def _last_day_of_the_former(plan: PlanFacts) -> date:
    return max(one.held_until for one in plan.former_monitoring_bodies if one.held_until)
