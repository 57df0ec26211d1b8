"""The eight recommended practices of co-creation (REC-01 to REC-08, §3.3.2): all warnings, none before it began."""

from collections.abc import Iterator
from datetime import date, timedelta

from .editions import Edition
from .facts import ContributionFacts, PlanFacts
from .findings import Finding, error, warning
from .meeting_records import held, names
from .meetings import cocreation_period, cocreation_start
from .words import Label, Labels, _


def check_practices(plan: PlanFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return which recommended practices are not to be seen on ``day``; nothing before co-creation began."""
    started = cocreation_start(plan)
    if started is None or started > day:
        return []
    return [
        *process_has_a_website(plan),
        *documents_come_before_meetings(plan, day),
        *stakeholders_are_made_aware(plan),
        *everybody_can_take_part(plan, day),
        *questions_are_answered(plan, edition, day),
        *process_is_documented(plan, day),
        *contributions_have_an_outcome(plan),
        *dialogue_has_rounds(plan, edition, day),
    ]


def process_has_a_website(plan: PlanFacts) -> Iterator[Finding]:
    """REC-01, §3.3.2: the process has a public website or page."""
    if plan.website is None or not plan.website.url:
        yield warning(
            "REC-01",
            plan,
            _("No public website of the process is on record."),
            hint=_("Give its address; a page of the government's own site will do."),
            field="website",
        )


def documents_come_before_meetings(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """REC-02, §3.3.2: documents are shared before each meeting; on its very day is too late."""
    unprepared = [
        meeting
        for meeting in held(plan, day)
        if not (
            meeting.held_on and meeting.documents_shared_on and meeting.documents_shared_on < meeting.held_on
        )
    ]
    if unprepared:
        template = _("No documents are known to have been shared before: %(meetings)s.")
        yield warning("REC-02", plan, template, field="meetings", meetings=names(unprepared))


def stakeholders_are_made_aware(plan: PlanFacts) -> Iterator[Finding]:
    """REC-03, §3.3.2: there is at least one activity by which stakeholders learn of the process."""
    by_meeting = any("outreach" in meeting.purposes for meeting in plan.meetings)
    if not by_meeting and not any("outreach" in notice.topics for notice in plan.notices):
        yield warning(
            "REC-03",
            plan,
            _("No activity that makes stakeholders aware of the process is on record."),
            hint=_("Record a meeting for outreach, or news of a campaign."),
            field="notices",
        )


def everybody_can_take_part(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """REC-04, §3.3.2: everybody can give input, and observe decisions or read how they were taken."""
    is_open = bool(plan.website and plan.website.open_input) or any(
        notice.kind == "opportunity" for notice in plan.notices
    )
    meetings = held(plan, day)
    is_observable = not meetings or any(meeting.minutes_published_on for meeting in meetings)
    lacking = [
        Label(label)
        for label, is_there in (
            (_("a channel open to everybody"), is_open),
            (_("public minutes"), is_observable),
        )
        if not is_there
    ]
    if lacking:
        template = _("The public cannot fully give input and follow decisions. Not on record: %(lacking)s.")
        yield warning("REC-04", plan, template, field="notices", lacking=Labels(lacking))


def questions_are_answered(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """REC-05, §3.3.2: questions about the process are answered, and do not stay open for weeks."""
    days = edition.practice.answer_days
    waiting = [one for one in plan.contributions if one.kind == "question" and waits(one, days, day)]
    if waiting:
        yield warning(
            "REC-05",
            plan,
            _("Questions open for more than %(days)s days: %(count)s."),
            field="contributions",
            days=days,
            count=len(waiting),
        )


def waits(contribution: ContributionFacts, days: int, day: date) -> bool:
    """Say whether a contribution has waited for an answer for more than so many days."""
    made = contribution.made_on
    return made is not None and contribution.answered_on is None and day - made > timedelta(days)


def process_is_documented(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """REC-06, §3.3.2: once the plan is submitted, process and results are documented and published."""
    is_filed = plan.submitted_on is not None and day > plan.submitted_on
    if is_filed and not plan.evidence:
        yield warning(
            "REC-06",
            plan,
            _("The plan is submitted and its repository is empty."),
            hint=_("Publish invitations, agendas, minutes and results as evidence."),
            field="evidence",
        )


def contributions_have_an_outcome(plan: PlanFacts) -> Iterator[Finding]:
    """REC-07, §3.3.2: by the submission each proposal has an outcome and a reason."""
    until = plan.submitted_on
    open_ones = [
        one
        for one in plan.contributions
        if until
        and one.kind == "proposal"
        and (one.made_on or until) <= until
        and not (one.outcome and one.reason)
    ]
    if open_ones:
        yield warning(
            "REC-07",
            plan,
            _("Proposals without an outcome and its reason: %(count)s."),
            hint=_("Say of each whether it was included, amended or rejected, and why."),
            field="contributions",
            count=len(open_ones),
        )


def response_is_reasoned(contribution: ContributionFacts) -> Iterator[Finding]:
    """REC-07, §3.3.2: a response says what became of the contribution and why, on a day not before it."""
    if not contribution.outcome:
        yield error("REC-07", contribution, _("The response has no outcome."), field="outcome")
    if not contribution.reason.strip():
        yield error("REC-07", contribution, _("The response gives no reason."), field="reason")
    made, answered = contribution.made_on, contribution.answered_on
    if made and answered and answered < made:
        template = _("It was answered on %(answered)s, before it was made on %(made)s.")
        yield error("REC-07", contribution, template, field="answered_on", answered=answered, made=made)


def dialogue_has_rounds(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """REC-08, §3.3.2: the dialogue takes more than one round; asked when the plan is submitted."""
    count, least = rounds(plan, day), edition.practice.min_rounds
    if plan.submitted_on and count < least:
        yield warning(
            "REC-08",
            plan,
            _("Rounds of dialogue on record: %(count)s; recommended are %(least)s or more."),
            hint=_("Meetings on different days and contributions at different stages are rounds."),
            field="meetings",
            count=count,
            least=least,
        )


def rounds(plan: PlanFacts, day: date) -> int:
    """Return the rounds of dialogue in co-creation: days on which people met, or stages at which they contributed."""
    period = cocreation_period(plan, day)
    if period is None:
        return 0
    first, last = period
    meetings = {
        meeting.held_on
        for meeting in plan.meetings
        if meeting.held_on and first <= meeting.held_on <= last and "co-creation" in meeting.purposes
    }
    stages = {one.stage for one in plan.contributions if one.stage and (one.made_on or last) <= last}
    return max(len(meetings), len(stages))
