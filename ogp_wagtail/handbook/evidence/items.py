"""A piece of evidence by itself: what counts as one, and what weakens it (Annex 5)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from ..calendar import Month
from ..facts import EvidenceFacts, PlanFacts
from ..findings import Finding, advice, error, warning
from ..vocabularies import EVIDENCE_TYPES
from ..words import _

# Independent analyses count although they are no primary source: third-party monitoring, external analysis, audits
# (EV-4.6, EV-4.8 and EV-4.9; AMB-29).
INDEPENDENT: Final = frozenset({"EV-4.6", "EV-4.8", "EV-4.9"})
LIST_OF_PARTICIPANTS: Final = "EV-3.4"
NAMED_AT_MOST: Final = 5


def is_evidence(item: EvidenceFacts) -> bool:
    """EV-01, Annex 5: facts that show a statement to be true; there is a file, or a direct link to the information."""
    return item.has_source or bool(item.address.strip())


def is_proof(item: EvidenceFacts) -> bool:
    """EV-02, Annex 5: a mere claim proves nothing; a primary source does, and so does an independent analysis."""
    return is_evidence(item) and (item.source_class == "primary" or item.kind in INDEPENDENT)


def check_items(plan: PlanFacts) -> list[Finding]:
    """Return what weakens the evidence of a plan. Of many items that lack the same, it is said once."""
    return [
        *items_are_described(plan),
        *kinds_are_those_of_the_annex(plan),
        *lists_show_affiliations(plan),
        *links_and_dates_hold(plan),
    ]


def items_are_described(plan: PlanFacts) -> Iterator[Finding]:
    """EV-04, Annex 5 (derived): each has a file or an address, a type, and something that it proves."""
    lacking = {
        _("Evidence without a file or an address: %(items)s."): [
            one for one in plan.evidence if not is_evidence(one)
        ],
        _("Evidence without a type: %(items)s."): [one for one in plan.evidence if not one.kind],
        _("Evidence that is linked to nothing it proves: %(items)s."): [
            one for one in plan.evidence if not (one.proves or one.folder)
        ],
    }
    for (template, items), field in zip(lacking.items(), ("has_source", "kind", "proves"), strict=True):
        if items:
            hint = _("Describe them in the repository: file, type and what they prove.")
            yield warning("EV-04", plan, template, field=f"evidence_{field}", hint=hint, items=_named(items))


def kinds_are_those_of_the_annex(plan: PlanFacts) -> Iterator[Finding]:
    """EV-06, Annex 5: a type is one of the annex; "other" is allowed in each group, and flagged."""
    for item in plan.evidence:
        if item.kind and item.kind not in EVIDENCE_TYPES:
            yield error(
                "EV-06",
                item,
                _("“%(kind)s” is no type of evidence."),
                hint=_("Choose a type of Annex 5, or “other” in its group."),
                field="kind",
                kind=item.kind,
            )
    if others := [item for item in plan.evidence if item.kind.endswith("-other")]:
        yield advice(
            "EV-06",
            plan,
            _("Evidence of another type than the annex lists: %(items)s."),
            field="evidence_other",
            items=_named(others),
        )


def lists_show_affiliations(plan: PlanFacts) -> Iterator[Finding]:
    """EV-05, Annex 5: of a list of participants affiliations suffice, so it need not be hidden for its names."""
    hidden = [
        item for item in plan.evidence if item.kind == LIST_OF_PARTICIPANTS and item.privacy == "restricted"
    ]
    if hidden:
        yield advice(
            "EV-05",
            plan,
            _("Lists of participants that nobody can see: %(items)s."),
            hint=_("Affiliations suffice: publish the list without the names."),
            field="evidence_privacy",
            items=_named(hidden),
        )


def links_and_dates_hold(plan: PlanFacts) -> Iterator[Finding]:
    """EV-07, §2.1: a broken link proves nothing until it is mended; a file without a date weakens what it shows."""
    for item in plan.evidence:
        if item.is_broken:
            yield warning(
                "EV-07",
                item,
                _("The address of “%(title)s” no longer opens: %(address)s."),
                hint=_("Mend the address, or store the file itself; until then it proves nothing."),
                field="address",
                title=item.title,
                address=item.address,
            )
    if undated := [item for item in plan.evidence if item.dated_on is None]:
        yield warning(
            "EV-07",
            plan,
            _("Evidence without the date of the fact: %(items)s."),
            hint=_("Give the day on which it happened, not that of the upload."),
            field="evidence_dated_on",
            items=_named(undated),
        )


def items_to_check(plan: PlanFacts, day: date) -> list[EvidenceFacts]:
    """EV-07, §2.1: the items whose address nobody has opened this quarter."""
    first = Month(day.year, (day.month - 1) // 3 * 3 + 1).first_day
    return [
        item
        for item in plan.evidence
        if item.address.strip() and (item.checked_on is None or item.checked_on < first)
    ]


def _named(items: Iterable[EvidenceFacts]) -> str:
    """A few of them by title, and how many more there are."""
    titles = [item.title or item.key for item in items]
    more = len(titles) - NAMED_AT_MOST
    return ", ".join(titles[:NAMED_AT_MOST]) + (f" (+ {more})" if more > 0 else "")
