"""What a plan is made of: one strategic vision and a set of commitments (§3.2, §3.2.1)."""

from collections.abc import Iterator

from .facts import PlanFacts
from .findings import Finding, error, warning
from .forms import ANNEX_1, Kind
from .forms.fields import FormField, filled, missing
from .vocabularies import VISION_ORIGINS
from .words import Label, _

_FIELDS = {field.field: field for field in ANNEX_1}
# What the vision states (§3.2): vision and principles, objectives, mechanisms to engage, the monitoring body.
_STATED = ("long_term_vision", "medium_term_goals", "collaboration", "monitoring_body_description")
_VISION = tuple(field.field for field in ANNEX_1 if field.kind is Kind.TEXT)


def check_components(plan: PlanFacts) -> list[Finding]:
    """Return what a plan lacks of its two parts."""
    return [
        *both_parts_are_there(plan),
        *vision_names_its_parts(plan),
        *participation_is_described(plan),
    ]


def both_parts_are_there(plan: PlanFacts) -> Iterator[Finding]:
    """PLAN-COMP-01, §3.2.1: a plan is one strategic vision and a set of commitments, both there when submitted."""
    if not any(filled(plan.texts.get(name, "")) for name in _VISION):
        yield _part_missing(plan, "", Label(_("the strategic vision")))
    if not plan.live_commitments:
        yield _part_missing(plan, "commitments", Label(_("the commitments")))


def _part_missing(plan: PlanFacts, field: str, label: Label) -> Finding:
    return error(
        "PLAN-COMP-01",
        plan,
        _("A part of the plan is missing: %(label)s."),
        hint=_("A plan is a strategic vision and a set of commitments."),
        field=field,
        item="",
        label=label,
    )


def vision_names_its_parts(plan: PlanFacts) -> Iterator[Finding]:
    """PLAN-COMP-02, §3.2: vision, objectives, ways of taking part, monitoring body; whether new or a revision."""
    for name in _STATED:
        if not filled(plan.texts.get(name, "")):
            yield missing(_FIELDS[name], plan, rule="PLAN-COMP-02")
    yield from _origin(plan)


def _origin(plan: PlanFacts) -> Iterator[Finding]:
    if plan.vision_origin not in VISION_ORIGINS:
        yield warning(
            "PLAN-COMP-02",
            plan,
            _("It is not said whether the vision is new or a revision of an earlier one."),
            hint=_("Choose among: %(allowed)s."),
            field="vision_origin",
            allowed=VISION_ORIGINS.labels,
        )
    elif plan.vision_origin == "revision" and not filled(plan.previous_vision):
        yield warning(
            "PLAN-COMP-02",
            plan,
            _("The vision is a revision; where the earlier text can be read is not said."),
            hint=_("Give the address of the earlier text."),
            field="previous_vision",
        )


def participation_is_described(plan: PlanFacts) -> Iterator[Finding]:
    """PLAN-COMP-03, §3.2.1.1: the vision says how people took part, and records of meetings stand beside it."""
    for name in ("diversity_measures", "collaboration", "progress_discussion"):
        if not filled(plan.texts.get(name, "")):
            yield _participation_missing(plan, _FIELDS[name])
    if not any("co-creation" in meeting.purposes for meeting in plan.meetings):
        yield _participation_missing(plan, _FIELDS["meeting_count"])


def _participation_missing(plan: PlanFacts, field: FormField) -> Finding:
    return warning(
        "PLAN-COMP-03",
        plan,
        _("How people took part in making the vision is not described: item %(item)s, %(label)s."),
        hint=_("Say who took part and what came of it, and link the records of the meetings."),
        field=field.field,
        item=field.item,
        label=field.label,
    )
