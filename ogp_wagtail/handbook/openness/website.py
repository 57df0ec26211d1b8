"""What the website of the process shows (WEB-01 to WEB-08, Annex 4): a checklist where there is a site (AMB-36).

That there is none is said once, by REC-01.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from ..editions import Edition
from ..facts import CommitmentFacts, MilestoneFacts, PlanFacts, WebsiteFacts
from ..findings import Finding, advice, warning
from ..meetings import cocreation_start
from ..words import Label, Labels, _

PROCESS_TOPICS = {
    "timeline": _("timeline of key steps and deadlines"),
    "opportunities": _("opportunities to take part"),
    "decision-making": _("how commitments are agreed and the plan is finalised"),
}
MAKING_TOPICS = {
    "event-notes": _("notes of events"),
    "draft-commitments": _("draft commitments"),
    "contributions": _("overview of contributions"),
    "government-response": _("the government's response"),
}


def check_website(plan: PlanFacts, edition: Edition, *, day: date) -> Iterator[Finding]:
    """Yield what the site lacks on ``day``; nothing of the content list where the edition leaves it out."""
    site = plan.website
    if site is None or not site.url:
        return
    if edition.web.missing_item == "warn":
        yield from site_is_found(plan, site)
        yield from site_names_contacts(plan, site)
        yield from process_is_explained(plan, day)
        yield from making_is_reported(plan)
        yield from implementation_is_reported(plan)
        yield from updates_can_be_commented(plan, site, day)
    yield from communication_is_planned(plan, site)


def _lacking(things: Mapping[str, bool]) -> Labels:
    return Labels(Label(name) for name, is_there in things.items() if not is_there)


def site_is_found(plan: PlanFacts, site: WebsiteFacts) -> Iterator[Finding]:
    """WEB-01, Annex 4, §3.3.2: the site is visible, accessible and searchable."""
    if lacking := _lacking({_("a link from the home page"): site.linked, _("a search"): site.searchable}):
        template = _("The website is hard to find or to use. It lacks: %(lacking)s.")
        yield warning("WEB-01", plan, template, field="website", lacking=lacking)


def site_names_contacts(plan: PlanFacts, site: WebsiteFacts) -> Iterator[Finding]:
    """WEB-02, Annex 4: the site names the lead agency and the point of contact, with how to reach them."""
    contacts = {
        _("the lead agency"): site.lead_agency,
        _("the point of contact, with an e-mail"): site.contact,
    }
    if lacking := _lacking(contacts):
        template = _("The website does not show: %(lacking)s.")
        yield warning("WEB-02", plan, template, field="website", lacking=lacking)


def process_is_explained(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """WEB-03, Annex 4: timeline, opportunities and the way of deciding are published while the plan is made."""
    started = cocreation_start(plan)
    told = published_topics(plan)
    lacking = _lacking({name: topic in told for topic, name in PROCESS_TOPICS.items()})
    if started and started <= day and lacking:
        template = _("Of the process of co-creation, news lack: %(lacking)s.")
        yield warning("WEB-03", plan, template, field="notices", lacking=lacking)


def making_is_reported(plan: PlanFacts) -> Iterator[Finding]:
    """WEB-05, Annex 4: event notes, drafts, contributions and responses were published by the submission."""
    told = published_topics(plan)
    lacking = _lacking({name: topic in told for topic, name in MAKING_TOPICS.items()})
    if plan.submitted_on and lacking:
        template = _("Of the making of the plan, news lack: %(lacking)s.")
        yield warning("WEB-05", plan, template, field="notices", lacking=lacking)


def published_topics(plan: PlanFacts) -> set[str]:
    """Return what has been told to the public: the topics of news, and what the plan's own page shows."""
    topics = {topic for notice in plan.notices if notice.published_on for topic in notice.topics}
    shown = {
        "opportunities": any(notice.kind == "opportunity" and notice.published_on for notice in plan.notices),
        "event-notes": any(meeting.minutes_published_on for meeting in plan.meetings),
        "contributions": bool(plan.contributions),
        "government-response": any(one.answered_on for one in plan.contributions),
    }
    return topics | {topic for topic, is_there in shown.items() if is_there}


def implementation_is_reported(plan: PlanFacts) -> Iterator[Finding]:
    """WEB-06, Annex 4: where a milestone is stuck, an update gives the reason for the delay and the next steps."""
    stuck = [
        Label(commitment.code)
        for commitment in plan.live_commitments
        if any(
            one.status == "stuck" and not delay_is_explained(plan, commitment, one)
            for one in commitment.milestones
        )
    ]
    if stuck:
        template = _("Milestones are stuck and no update says why, in: %(commitments)s.")
        yield warning("WEB-06", plan, template, field="updates", commitments=Labels(stuck))


def delay_is_explained(plan: PlanFacts, commitment: CommitmentFacts, milestone: MilestoneFacts) -> bool:
    """Say whether a published update gives the reason why this milestone is stuck."""
    return any(
        bool(entry.delay_reason)
        or any(move.milestone == milestone.key and move.reason for move in entry.moves)
        for update in plan.updates
        if update.published_on
        for entry in update.entries
        if entry.commitment == commitment.key
    )


def updates_can_be_commented(plan: PlanFacts, site: WebsiteFacts, day: date) -> Iterator[Finding]:
    """WEB-07, Annex 4: once the plan is carried out, the public can comment on progress."""
    if plan.submitted_on and day > plan.submitted_on and not site.comments:
        template = _("The public cannot comment on updates of progress on the website.")
        yield warning("WEB-07", plan, template, field="website")


def communication_is_planned(plan: PlanFacts, site: WebsiteFacts) -> Iterator[Finding]:
    """WEB-08, Annex 4: a communication strategy is suggested; without one there is advice and no more."""
    if not site.strategy:
        yield advice("WEB-08", plan, _("No communication strategy is linked."), field="website")
