"""Annex 1, items 5 and 9: who carries the plan out, where people meet, and who took part in making it."""

from collections.abc import Callable, Iterator
from datetime import date

from ..facts import PlanFacts, SpaceFacts
from ..findings import Finding, advice, error, warning
from ..meetings import cocreation_meetings, group_count, group_types
from ..vocabularies import GROUP_TYPES, SPACE_MODES
from ..words import Labels, _
from .fields import filled


def check_taking_part(plan: PlanFacts, day: date) -> list[Finding]:
    """Return what does not fit together in items 5.1, 5.3, 5.5, 5.6 and 9."""
    return [
        *lead_agencies_are_institutions(plan),
        *spaces_are_described(plan),
        *types_are_those_recorded(plan, day),
        *count_is_that_recorded(plan, day),
        *consultation_has_an_address(plan),
    ]


def lead_agencies_are_institutions(plan: PlanFacts) -> Iterator[Finding]:
    """A1-5.1, Annex 1 item 5.1: the institutions include the lead agency of each commitment."""
    absent = [name for name in _lead_agencies(plan) if not _is_among(plan.institutions, name)]
    if absent and any(map(filled, plan.institutions)):
        yield warning(
            "A1-5.1",
            plan,
            _("Lead agencies of commitments that are not among the institutions: %(agencies)s."),
            hint=_("Add them to item 5.1, or write their names the same way in both places."),
            field="institutions",
            agencies=", ".join(absent),
        )


def _lead_agencies(plan: PlanFacts) -> list[str]:
    rows = [party for commitment in plan.live_commitments for party in commitment.parties]
    names = (party.organisation for party in rows if party.role == "lead-government")
    return list(dict.fromkeys(name for name in names if filled(name)))


def _is_among(institutions: tuple[str, ...], agency: str) -> bool:
    """Whether one names the other: "Finance Department, City of X" stands for "Finance Department"."""
    name = _folded(agency)
    return any(name in _folded(one) or _folded(one) in name for one in institutions if filled(one))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def spaces_are_described(plan: PlanFacts) -> Iterator[Finding]:
    """A1-5.3, Annex 1 item 5.3: each space says whether it meets offline, online or both, and what it is."""
    for space in plan.spaces:
        if space.mode not in SPACE_MODES:
            yield error(
                "A1-5.3",
                space,
                _("It is not said whether %(space)s meets offline, online or both."),
                hint=_("Choose among: %(allowed)s."),
                field="spaces",
                space=space.name,
                allowed=SPACE_MODES.labels,
            )
        elif not filled(space.description):
            yield _undescribed(space)


def _undescribed(space: SpaceFacts) -> Finding:
    return warning(
        "A1-5.3",
        space,
        _("%(space)s is not described."),
        hint=_("Say who sits in it, how often it meets and what it does."),
        field="spaces",
        space=space.name,
    )


def types_said(plan: PlanFacts, day: date) -> frozenset[str]:
    """Return what item 5.5 says: the types stated, else those of the groups in the meetings."""
    return plan.stated_group_types or group_types(plan, day)


def count_said(plan: PlanFacts, day: date) -> int:
    """Return what item 5.6 says: the number stated, else that of the groups in the meetings."""
    stated = plan.stated_group_count
    return group_count(plan, day) if stated is None else stated


def types_are_those_recorded(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """A1-5.5, Annex 1 item 5.5: types that are stated instead of counted appear in a meeting."""
    strange = plan.stated_group_types - _recorded_types(plan, day)
    if strange:
        yield _mismatch(plan)(
            "A1-5.5",
            plan,
            _("Types of groups that are stated but appear in no meeting: %(types)s."),
            hint=_("Record them in a meeting, or say why they are stated."),
            field="stated_group_types",
            types=Labels(GROUP_TYPES.named(slug) for slug in sorted(strange)),
        )


def _recorded_types(plan: PlanFacts, day: date) -> frozenset[str]:
    """The types of those present; the sides too, since a government is itself a type."""
    sides = (side for meeting in cocreation_meetings(plan, day) for side in meeting.sectors)
    return group_types(plan, day) | frozenset(sides)


def count_is_that_recorded(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """A1-5.6, Annex 1 item 5.6: a number that is stated instead of counted is the number recorded."""
    stated, recorded = plan.stated_group_count, group_count(plan, day)
    if stated is not None and stated != recorded:
        yield _mismatch(plan)(
            "A1-5.6",
            plan,
            _("Groups that took part: %(stated)s stated, %(recorded)s recorded in meetings."),
            hint=_("Record them in a meeting, or say why another number is stated."),
            field="stated_group_count",
            stated=stated,
            recorded=recorded,
        )


def _mismatch(plan: PlanFacts) -> Callable[..., Finding]:
    """A number that somebody gave a reason for is worth a look, one without is a warning."""
    return advice if filled(plan.stated_reason) else warning


def consultation_has_an_address(plan: PlanFacts) -> Iterator[Finding]:
    """A1-9, Annex 1 item 9: the website is given where a space is online, and it is a web address."""
    is_online = any(space.mode in ("online", "both") for space in plan.spaces)
    if filled(plan.consultation_url):
        if not plan.consultation_url.startswith(("https://", "http://")):
            yield _address(plan, _("“%(address)s” is no web address."))
    elif is_online:
        yield _address(plan, _("A space is online, and its website is not given."))


def _address(plan: PlanFacts, template: str) -> Finding:
    return error(
        "A1-9",
        plan,
        template,
        hint=_("Give the address that begins with https://."),
        field="consultation_url",
        address=plan.consultation_url,
    )
