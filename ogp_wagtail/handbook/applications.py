"""Applications to join OGP Local: what keeps one from being filed, and what became of it (chapter 1)."""

from collections.abc import Iterator
from datetime import date

from .editions import CURRENT, Edition
from .eligibility import check_eligibility
from .facts import ApplicationFacts
from .findings import Finding, error, errors, gravest_first, warning
from .forms.fields import filled
from .letter import check_letter, designations_are_named
from .permissions import is_allowed
from .vocabularies import DECISIONS, ROLES
from .words import Label, _


def review_application(
    application: ApplicationFacts, edition: Edition = CURRENT, *, day: date
) -> list[Finding]:
    """Return everything there is to say about an application on ``day``, gravest first.

    One not yet filed is looked at as if it were filed that day: without an error it may be. An updated letter
    between two plans (LOS-11) is asked for its form alone, since its government is a member already.
    """
    findings = [*_criteria(application, edition, day), *check_decision(application, edition, day=day)]
    return gravest_first(findings)


def _criteria(application: ApplicationFacts, edition: Edition, day: date) -> Iterator[Finding]:
    yield from check_letter(application, edition)
    if application.kind != "updated":
        yield from check_eligibility(application, edition, day=day)
        yield from designations_are_named(application)


def check_decision(application: ApplicationFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what is missing or odd about the decision, once there is one (LOS-08 to LOS-10)."""
    if not application.decision:
        return []
    return [
        *support_unit_decides(application),
        *decision_is_explained(application),
        *balance_is_no_criterion(application, edition, day),
        *unsuccessful_stay_in_touch(application),
    ]


def support_unit_decides(application: ApplicationFacts) -> Iterator[Finding]:
    """LOS-08, §1.2: the Support Unit decides; the applicant does not accept itself."""
    role = application.decided_by
    if role not in ROLES or not is_allowed("decide-application", role):
        yield error(
            "LOS-08",
            application,
            _("The decision is recorded by: %(role)s."),
            hint=_("Only the Support Unit decides on applications."),
            field="decision",
            role=ROLES.label_of(role) if role in ROLES else Label(_("nobody")),
        )


def decision_is_explained(application: ApplicationFacts) -> Iterator[Finding]:
    """LOS-08, §1.2: a decision comes after the letter, with its day and its reasons."""
    if application.decision not in DECISIONS:
        yield error("LOS-08", application, _("There is no such decision."), field="decision")
    if application.submitted_on is None:
        template = _("An application that was not filed cannot be decided on.")
        yield error("LOS-08", application, template, field="decision")
    if application.decided_on is None:
        template = _("The day of the decision is not stated.")
        yield error("LOS-08", application, template, field="decided_on")
    elif application.submitted_on and application.decided_on < application.submitted_on:
        yield error(
            "LOS-08",
            application,
            _("The decision is dated %(decided)s, before the application was filed on %(filed)s."),
            field="decided_on",
            decided=application.decided_on,
            filed=application.submitted_on,
        )
    if not filled(application.decision_reasons):
        template = _("The reasons of the decision are not stated.")
        yield error("LOS-08", application, template, field="decision_reasons")


def balance_is_no_criterion(application: ApplicationFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """LOS-09, §1.2: who meets the criteria and is left out for the balance of the cohort is not ineligible."""
    if application.decision == "ineligible" and not errors(_criteria(application, edition, day)):
        yield warning(
            "LOS-09",
            application,
            _("The application is called not eligible, and no criterion is seen to be unmet."),
            hint=_(
                "If others were preferred for region, kind, size or strengths, record it as not selected."
            ),
            field="decision",
        )


def unsuccessful_stay_in_touch(application: ApplicationFacts) -> Iterator[Finding]:
    """LOS-10, §1.2: who is not admitted is invited to the community and put in touch with the country's OGP."""
    if application.decision not in ("not-selected", "ineligible"):
        return
    if application.invited_to_community_on is None:
        yield warning(
            "LOS-10",
            application,
            _("The invitation to the community of practice is not recorded."),
            field="invited_to_community_on",
        )
    if application.connected_to_national_on is None:
        yield warning(
            "LOS-10",
            application,
            _("The contact with the national coordination of OGP is not recorded."),
            field="connected_to_national_on",
        )
