"""Notices and news: in time, by several media, and every month of co-creation (WEB-04, WEB-09, WEB-10; Annex 4)."""

from collections.abc import Iterator
from datetime import date

from ..calendar import Month, add_months, months_of
from ..editions import Edition
from ..facts import NoticeFacts, PlanFacts
from ..findings import Finding, warning
from ..meetings import cocreation_period
from ..timetable import plan_end
from ..words import Labels, _
from .repository import last_updated

ON_THE_SITE = "website"
MONTHS_NAMED = 6


def check_news(plan: PlanFacts, edition: Edition, *, day: date) -> Iterator[Finding]:
    """Yield what is wrong on ``day`` with how the public is kept informed."""
    if edition.web.missing_item == "warn":
        yield from notices_are_in_time(plan)
        yield from notices_use_several_media(plan)
    yield from site_and_repository_are_fresh(plan, edition, day)
    yield from every_month_has_news(plan, edition, day)


def notices_are_in_time(plan: PlanFacts) -> Iterator[Finding]:
    """WEB-04, Annex 4: an opportunity is announced before its day."""
    for notice in opportunities(plan):
        published, event = notice.published_on, notice.event_on
        if published and event and published >= event:
            template = _("It was published on %(published)s, and the event was on %(event)s.")
            yield warning("WEB-04", notice, template, field="event_on", published=published, event=event)


def notices_use_several_media(plan: PlanFacts) -> Iterator[Finding]:
    """WEB-04, Annex 4: opportunities are announced on the site and by other media that fit; all in one list."""
    lonely = [one for one in opportunities(plan) if one.channels <= {ON_THE_SITE}]
    unlisted = [one for one in opportunities(plan) if one.channels and ON_THE_SITE not in one.channels]
    if lonely:
        template = _("Announced by no other medium than the website: %(notices)s.")
        yield warning("WEB-04", plan, template, field="notices", notices=_titles(lonely))
    if unlisted:
        template = _("Not announced on the website: %(notices)s.")
        yield warning("WEB-04", plan, template, field="notices", notices=_titles(unlisted))


def opportunities(plan: PlanFacts) -> list[NoticeFacts]:
    """Return the published notices of opportunities to take part."""
    return [one for one in plan.notices if one.kind == "opportunity" and one.published_on]


def _titles(notices: list[NoticeFacts]) -> Labels:
    return Labels(one.title or one.key for one in notices)


def site_and_repository_are_fresh(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """WEB-09, Annex 4: while the plan runs, site and repository are updated regularly."""
    end = plan_end(plan, edition)
    if end and day > end:
        return
    oldest = add_months(day, -edition.web.fresh_months)
    site, repository = site_updated_on(plan, day), last_updated(plan)
    if site and site < oldest:
        template = _("The website was last updated on %(updated)s.")
        yield warning("WEB-09", plan, template, field="website", updated=site)
    if repository and repository < oldest:
        template = _("The repository was last updated on %(updated)s.")
        yield warning("WEB-09", plan, template, field="evidence", updated=repository)


def site_updated_on(plan: PlanFacts, day: date) -> date | None:
    """Return the last day by ``day`` on which the site had something new: its own date, or the latest news."""
    if plan.website is None or not plan.website.url:
        return None
    return max((one for one in news_days(plan) if one <= day), default=None)


def news_days(plan: PlanFacts) -> list[date]:
    """Return the days on which the public was told something."""
    days = [notice.published_on for notice in plan.notices]
    days += [meeting.minutes_published_on for meeting in plan.meetings]
    days += [plan.website.updated_on] if plan.website else []
    return [day for day in days if day]


def every_month_has_news(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """WEB-10, Annex 4: each calendar month of co-creation has news; the months that are over are looked at.

    Under the other reading of the edition every month to the plan's end has some (AMB-43).
    """
    if missed := months_without_news(plan, edition, day):
        yield warning(
            "WEB-10",
            plan,
            _("Months without news of the process: %(count)s, the last of them: %(months)s."),
            field="notices",
            count=len(missed),
            months=Labels(str(month) for month in missed[-MONTHS_NAMED:]),
        )


def months_without_news(plan: PlanFacts, edition: Edition, day: date) -> list[Month]:
    """Return the months that were to have news, are over on ``day``, and had none."""
    period = cocreation_period(plan, day)
    if period is None:
        return []
    first, last = period
    if edition.web.monthly_scope == "all":
        last = max(last, min(plan_end(plan, edition) or last, day))
    told = {Month.of(one) for one in news_days(plan)}
    return [month for month in months_of(first, last) if month.last_day < day and month not in told]
