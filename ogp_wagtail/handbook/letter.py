"""The letter of support (LOS-01 to LOS-07, LOS-11; §1.2, §2.1, §3.2)."""

from collections.abc import Iterable, Iterator
from datetime import date

from .editions import Edition
from .facts import ApplicationFacts
from .findings import Finding, error
from .forms.fields import filled
from .vocabularies import LETTER_CONTENTS
from .words import Label, Labels, _


def check_letter(application: ApplicationFacts, edition: Edition) -> list[Finding]:
    """Return what is missing or wrong about the letter (LOS-01 to LOS-06)."""
    return [
        *one_letter(application),
        *letter_is_short(application, edition),
        *letter_is_official(application, edition),
        *government_signs(application),
        *civil_society_signs(application, edition),
        *letter_covers_all_contents(application),
    ]


def one_letter(application: ApplicationFacts) -> Iterator[Finding]:
    """LOS-01, §1.2: an application is one letter of support."""
    if application.letters != 1:
        yield error(
            "LOS-01",
            application,
            _("Letters attached: %(count)s. An application is exactly one letter of support."),
            field="letter",
            count=application.letters,
        )


def letter_is_short(application: ApplicationFacts, edition: Edition) -> Iterator[Finding]:
    """LOS-02, §1.2: the letter has at most three pages."""
    pages, most = application.pages, edition.los.max_pages
    if pages is None or not 1 <= pages <= most:
        template = _("The letter has %(pages)s pages.") if pages else _("Its number of pages is not stated.")
        yield error(
            "LOS-02",
            application,
            template,
            hint=_("It has at most %(most)s."),
            field="pages",
            pages=pages,
            most=most,
        )


def letter_is_official(application: ApplicationFacts, edition: Edition) -> Iterator[Finding]:
    """LOS-03, §1.2: the letter is on the letterhead of the government, and in English."""
    if not application.letterhead:
        template = _("The letter is not on the letterhead of the local government.")
        yield error("LOS-03", application, template, field="letterhead")
    if _base(application.language) != _base(edition.los.language):
        yield error(
            "LOS-03",
            application,
            _("The language of the letter is “%(language)s”."),
            hint=_("It is written in “%(wanted)s”."),
            field="language",
            language=application.language or "–",
            wanted=edition.los.language,
        )


def _base(language: str) -> str:
    """The language without its country: "en" for "en-GB"."""
    return language.strip().casefold().replace("_", "-").partition("-")[0]


def government_signs(application: ApplicationFacts) -> Iterator[Finding]:
    """LOS-04, §1.2: the head of government signs, or a senior official whose delegation is recorded."""
    head = any(one.capacity == "head" for one in application.signatories)
    delegates = [one for one in application.signatories if one.capacity == "delegate"]
    if head or any(filled(one.delegation) for one in delegates):
        return
    if delegates:
        template = _("%(name)s signs by delegation; the delegation is not recorded.")
    else:
        template = _("Neither the head of the local government nor a delegate signs.")
    yield error(
        "LOS-04",
        application,
        template,
        hint=_("Add the signature of the head, or the order by which a senior official is delegated."),
        field="signatories",
        name=delegates[0].name if delegates else "",
    )


def civil_society_signs(application: ApplicationFacts, edition: Edition) -> Iterator[Finding]:
    """LOS-05, §1.2, footnote 1: a non-governmental actor with legal personality signs the letter too."""
    least = edition.los.min_non_gov_signatories
    signing = {
        one.name.casefold()
        for one in application.signatories
        if one.capacity == "ngs" and one.legal_personality
    }
    if len(signing) < least:
        yield error(
            "LOS-05",
            application,
            _("Non-governmental actors with legal personality that sign: %(count)s; at least %(least)s."),
            hint=_("A group without legal personality may sign besides, and take part later."),
            field="signatories",
            count=len(signing),
            least=least,
        )


def letter_covers_all_contents(application: ApplicationFacts) -> Iterator[Finding]:
    """LOS-06, §1.2: each of the eight contents is in the letter, with the page and paragraph where it stands."""
    missing = [
        Label(content.label)
        for content in LETTER_CONTENTS
        if not filled(application.contents.get(content.slug, ""))
    ]
    if missing:
        yield error(
            "LOS-06",
            application,
            _("Contents covered: %(count)s of %(all)s. Missing: %(missing)s."),
            hint=_("Note for each the page and paragraph of the letter in which it stands."),
            field="contents",
            count=len(LETTER_CONTENTS) - len(missing),
            all=len(LETTER_CONTENTS),
            missing=Labels(missing),
        )


def designations_are_named(application: ApplicationFacts) -> Iterator[Finding]:
    """LOS-07, §2.1: the application names lead agency, senior official and point of contact (ROLE-01)."""
    designations = (
        ("lead_agency", application.lead_agency, _("The lead agency is not named.")),
        ("senior_official", application.senior_official, _("The senior official is not named.")),
        ("point_of_contact", application.point_of_contact, _("The point of contact is not named.")),
    )
    for field, name, template in designations:
        if not filled(name):
            yield error("LOS-07", application, template, field=field)


def letter_in_force(letters: Iterable[ApplicationFacts], day: date) -> ApplicationFacts | None:
    """LOS-11, §3.2: the letter a government stands by on ``day``, for every plan of its: the last one filed.

    A new letter between two plans replaces the old one; without it the old one stands, and nothing is missing.
    """
    filed = [one for one in letters if one.submitted_on and one.submitted_on <= day]
    standing = [one for one in filed if one.kind == "updated" or one.decision == "accepted"]
    return max(standing, key=lambda one: one.submitted_on or date.min, default=None)
