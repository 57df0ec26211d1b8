"""Who may join OGP Local (ELIG, §1, §1.1)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from .calendar import months_before
from .editions import Edition
from .facts import ApplicationFacts, CallFacts, PlanFacts, TrackRecordFacts
from .findings import Finding, advice, error
from .forms.fields import filled
from .limits.ending import lasts_one_to_four_years, rests_on_a_basis
from .vocabularies import JURISDICTION_KINDS
from .words import _


def check_eligibility(application: ApplicationFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return which criteria of eligibility an application does not meet yet (ELIG)."""
    return [
        *call_is_open(application, day),
        *country_is_in_good_standing(application),
        *population_is_stated(application),
        *both_sides_lead(application),
        *track_record_is_recent(application, edition, day),
        *enough_of_the_term_remains(application, edition, day),
        *ambition_is_shown(application),
        *capacity_is_named(application),
        *mechanisms_are_described(application),
        *benefit_is_described(application),
        *peer_learning_is_declared(application),
    ]


def letter_day(application: ApplicationFacts, day: date) -> date:
    """Return the day of the letter: its submission, else the day on which it is looked at."""
    return application.submitted_on or day


def country_is_in_good_standing(application: ApplicationFacts) -> Iterator[Finding]:
    """ELIG-01, §1: a local jurisdiction of a country that is a member of OGP in good standing applies."""
    if not application.country_in_good_standing:
        yield error(
            "ELIG-01",
            application,
            _("Its country is not recorded as a member of OGP in good standing."),
            hint=_("Only jurisdictions of such countries may apply."),
            field="jurisdiction",
        )
    if application.jurisdiction_kind not in JURISDICTION_KINDS:
        yield error(
            "ELIG-01",
            application,
            _("The kind of jurisdiction is not stated."),
            hint=_("City, state, region, province, county or other."),
            field="jurisdiction",
        )


def population_is_stated(application: ApplicationFacts) -> Iterator[Finding]:
    """ELIG-02, §1: population serves the balance of a cohort alone; no number of it keeps anybody out."""
    if application.population is None:
        yield advice(
            "ELIG-02",
            application,
            _("The population is not stated. It serves the balance of the cohort and decides nothing."),
            field="jurisdiction",
        )


def both_sides_lead(application: ApplicationFacts) -> Iterator[Finding]:
    """ELIG-03, §1.1: the head of government and leaders of civil society both undertake to lead."""
    capacities = {one.capacity for one in application.signatories}
    if not capacities & {"head", "delegate"}:
        yield error(
            "ELIG-03",
            application,
            _("Nobody signs for the political leadership."),
            hint=_("The letter of the head of the local government proves it."),
            field="signatories",
        )
    if "ngs" not in capacities:
        yield error(
            "ELIG-03",
            application,
            _("No leader of a non-governmental stakeholder undertakes to take part."),
            hint=_("Add the signature of at least one."),
            field="signatories",
        )


def track_record_is_recent(application: ApplicationFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """ELIG-04, §1.1: a reform or co-creation goes on, or ended within three years before the letter."""
    months = edition.eligibility.track_record_months
    since = months_before(letter_day(application, day), months)
    if not any(_counts(one, since) for one in application.track_record):
        yield error(
            "ELIG-04",
            application,
            _("No reform or co-creation of the last %(months)s months is recorded."),
            hint=_("It counts if it still goes on or ended on %(since)s or later."),
            field="track_record",
            months=months,
            since=since,
        )


def _counts(one: TrackRecordFacts, since: date) -> bool:
    return filled(one.title) and (one.ended_on is None or one.ended_on >= since)


def reference_day(application: ApplicationFacts, edition: Edition, day: date) -> date:
    """Return the day from which the remaining term is counted (AMB-37): letter, end of the call, or admission."""
    letter = letter_day(application, day)
    if edition.eligibility.reference_date == "call_close":
        return application.call.closes if application.call else letter
    if edition.eligibility.reference_date == "admission":
        return application.decided_on or max(letter, day)
    return letter


def enough_of_the_term_remains(
    application: ApplicationFacts, edition: Edition, day: date
) -> Iterator[Finding]:
    """ELIG-05, §1.1: at least sixteen months of the term remain; without elections a period is declared."""
    if not application.elected:
        yield from _declares_a_period(application, edition)
        return
    if application.term_end is None:
        yield error(
            "ELIG-05",
            application,
            _("The end of the term of the administration is not stated."),
            hint=_("State the last full day in office."),
            field="jurisdiction",
        )
        return
    months = edition.eligibility.min_remaining_term_months
    reference, last = reference_day(application, edition, day), months_before(application.term_end, months)
    if reference > last:
        yield error(
            "ELIG-05",
            application,
            _("On %(reference)s fewer than %(months)s months remain until the term ends on %(term_end)s."),
            hint=_("The last day with enough of the term left is %(last)s."),
            field="submitted_on",
            reference=reference,
            months=months,
            term_end=application.term_end,
            last=last,
        )


def _declares_a_period(application: ApplicationFacts, edition: Edition) -> Iterator[Finding]:
    """PLAN-PERIOD-05 and 06, §3.2, asked of the period of an applicant without elections."""
    if application.period_start is None or application.period_end is None:
        yield error(
            "ELIG-05",
            application,
            _("A jurisdiction without elections declares the period of its plan: first and last day."),
            field="period_end",
        )
    plan = PlanFacts(
        application.key,
        "",
        period_basis=application.period_basis,
        period_start=application.period_start,
        period_end=application.period_end,
    )
    for finding in (*rests_on_a_basis(plan), *lasts_one_to_four_years(plan, edition)):
        yield replace(finding, subject=application.subject)


def last_day_to_apply(application: ApplicationFacts, edition: Edition) -> date | None:
    """Return the last day on which the letter may be dated: by the term and by the call, if either is known."""
    months = edition.eligibility.min_remaining_term_months
    by_term = months_before(application.term_end, months) if application.term_end else None
    by_call = application.call.closes if application.call else None
    return min((limit for limit in (by_term, by_call) if limit), default=None)


def ambition_is_shown(application: ApplicationFacts) -> Iterator[Finding]:
    """ELIG-06, §1.1: the ambition and its fit with OGP's priorities are told; the Support Unit judges them."""
    if not filled(application.ambition):
        yield error(
            "ELIG-06",
            application,
            _("The ambition for open government is not described."),
            hint=_("Name the priority themes and how they fit the priorities of OGP."),
            field="ambition",
        )


def capacity_is_named(application: ApplicationFacts) -> Iterator[Finding]:
    """ELIG-07, §1.1: staff of the government and counterparts in civil society are named."""
    if not any(map(filled, application.staff)):
        yield error("ELIG-07", application, _("No staff of the government is named."), field="staff")
    if not any(map(filled, application.counterparts)):
        yield error(
            "ELIG-07",
            application,
            _("No counterpart among non-governmental stakeholders is named."),
            field="counterparts",
        )


def mechanisms_are_described(application: ApplicationFacts) -> Iterator[Finding]:
    """ELIG-08, §1.1: there is a way to co-create and a way to monitor."""
    if not filled(application.cocreation_mechanisms):
        template = _("The mechanisms for co-creation are not described.")
        yield error("ELIG-08", application, template, field="cocreation_mechanisms")
    if not filled(application.monitoring_mechanisms):
        template = _("The mechanisms for monitoring are not described.")
        yield error("ELIG-08", application, template, field="monitoring_mechanisms")


def benefit_is_described(application: ApplicationFacts) -> Iterator[Finding]:
    """ELIG-09, §1.1: what joining is worth to the jurisdiction."""
    if not filled(application.benefit):
        template = _("The benefit of joining is not described.")
        yield error("ELIG-09", application, template, field="benefit")


def peer_learning_is_declared(application: ApplicationFacts) -> Iterator[Finding]:
    """ELIG-10, §1.1: the applicant declares that it learns with its peers, and the letter says so."""
    if not (application.peer_learning and filled(application.contents.get("peer-learning", ""))):
        yield error(
            "ELIG-10",
            application,
            _("Willingness to learn with peers and to share experience is not declared in the letter."),
            hint=_("Declare it, and note where the letter says so."),
            field="peer_learning",
        )


def call_is_open(application: ApplicationFacts, day: date) -> Iterator[Finding]:
    """ELIG-11, §Intro, §1.2: a letter is filed during a call, its last day included; a draft may wait for one."""
    filed, call = letter_day(application, day), application.call
    if call is None:
        yield error(
            "ELIG-11",
            application,
            _("No call is named. The application can be kept as a draft until one opens."),
            hint=_("Meanwhile the jurisdiction may take part in the national process of OGP."),
            field="call",
        )
    elif not accepts(call, filed):
        yield error(
            "ELIG-11",
            application,
            _("On %(day)s the call is not open."),
            hint=_("It is open from %(opens)s to %(closes)s, both days included."),
            field="call",
            day=filed,
            opens=call.opens,
            closes=call.closes,
        )


def accepts(call: CallFacts, day: date) -> bool:
    """Say whether a call takes applications on a day; its first and its last day belong to it (ELIG-11)."""
    return call.opens <= day <= call.closes
