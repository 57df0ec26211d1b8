"""What plans, commitments and meetings say, for the search: the texts of their live pages in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any, Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page

from ogp_wagtail.coalitions.models import CoalitionMember
from ogp_wagtail.findable import Kind, Said, Section, Thing
from ogp_wagtail.pages.facts import ANNEX_2_TEXTS, plain
from ogp_wagtail.pages.models.meeting import MEETING_TEXTS
from ogp_wagtail.pages.public.plan import COOPERATION, MONITORING, VISION
from ogp_wagtail.pages.queries import open_to_everybody, public_commitments, public_meetings, public_plans
from ogp_wagtail.plans.models import Commitment, Meeting, Plan

Sections = Callable[[Any], Iterable[Section]]
SUBJECTS: Final = ("commitment", "meeting", "item", "inception", "assessment", "learning", "progress_update")


def said_on_pages(row: Any, sections: Sections) -> tuple[Said, ...]:
    """What the live pages of a row say, each in its language. An alias repeats its source and says nothing."""
    pages = (
        Page.objects.live().filter(translation_key=row.key, alias_of__isnull=True).select_related("locale")
    )
    return tuple(said_on(page.specific, sections) for page in pages)


def said_on(page: Any, sections: Sections) -> Said:
    """What one page says, with the headings of its language."""
    with override(page.locale.language_code):
        filled = tuple(section for section in sections(page) if section.text)
        return Said(page.locale.language_code, page.title, filled)


def texts_of(page: Any, names: Sequence[str], anchor: str = "") -> Iterator[Section]:
    """Texts of a page under their labels; each at an id of its own unless they share one."""
    for name in names:
        heading = str(capfirst(page._meta.get_field(name).verbose_name))
        yield Section(heading, plain(getattr(page, name)), anchor or f"ogp-{name}")


def sections_of_plan(page: Any) -> Iterable[Section]:
    """Forewords, vision, goals, cooperation and monitoring."""
    forewords = (Section(_("Forewords"), plain(one.text), "ogp-forewords") for one in page.forewords.all())
    goals = "\n".join(one.text for one in page.goals.all())
    spaces = "\n".join(f"{one.name} {one.description}".strip() for one in page.spaces.all())
    return chain(
        forewords,
        texts_of(page, VISION, "ogp-vision"),
        [Section(_("Long-term goals"), goals, "ogp-vision")],
        [Section(_("Spaces for dialogue"), spaces, "ogp-cooperation")],
        texts_of(page, ("institutions", *COOPERATION), "ogp-cooperation"),
        texts_of(page, MONITORING, "ogp-monitoring"),
    )


def sections_of_commitment(page: Any) -> Iterable[Section]:
    """The texts of Annex 2, who does it, and the milestones."""
    steps = "\n".join(f"{one.deliverable} {one.responsible}".strip() for one in page.milestones.all())
    parties = "\n".join(f"{one.organisation} {one.part}".strip() for one in page.parties.all())
    return chain(
        texts_of(page, ANNEX_2_TEXTS),
        [
            Section(_("Who does it"), parties, "ogp-parties"),
            Section(_("Milestones"), steps, "ogp-milestones"),
        ],
    )


def sections_of_meeting(page: Any) -> Iterable[Section]:
    """Agenda, minutes and decisions, and the groups that attended."""
    groups = "\n".join(one.affiliation for one in page.attendances.all() if one.affiliation)
    return chain(texts_of(page, MEETING_TEXTS), [Section(_("Who attended"), groups, "ogp-attendance")])


def plan_thing(plan: Plan) -> Thing:
    """A plan, of its first day, about its cities."""
    cities = cities_of(plan)
    return Thing(plan.pk, said_on_pages(plan, sections_of_plan), plan.period_start, cities=cities)


def commitment_thing(row: Commitment) -> Thing:
    """A commitment, of its first day, about the cities that take part in it."""
    cities = row.participations.values_list("member__jurisdiction", flat=True)
    said = said_on_pages(row, sections_of_commitment)
    return Thing(row.plan_id, said, row.start, [row.key], list(cities) or cities_of(row.plan))


def meeting_thing(row: Meeting) -> Thing:
    """A meeting, of its day, about what it discussed and the cities that met."""
    commitments = list(row.commitments.values_list("key", flat=True))
    cities = list(row.jurisdictions.values_list("pk", flat=True)) or cities_of(row.plan)
    return Thing(row.plan_id, said_on_pages(row, sections_of_meeting), row.held_on, commitments, cities)


def cities_of(plan: Plan) -> list[int]:
    """The cities of a plan: those it binds; of a draft, its owner's."""
    bound = plan.members.values_list("jurisdiction", flat=True)
    seats = CoalitionMember.objects.filter(coalition=plan.coalition_id).values_list("jurisdiction", flat=True)
    alone = [int(plan.jurisdiction_id)] if plan.jurisdiction_id else []
    return sorted(bound) or sorted(seats) or alone


def seen(name: str, public: Callable[[], QuerySet[Any]]) -> Q:
    """Entries of rows that are public, in a language in which their page is live and open to everybody."""
    key = OuterRef(f"{name}__key")
    pages = open_to_everybody(Page.objects.filter(alias_of__isnull=True, translation_key=key))
    in_language = Exists(pages.filter(locale__language_code=OuterRef("language")).order_by())
    return Q(**{f"{name}__in": public().values("pk")}) & Q(in_language)


def plan_seen() -> Q:
    """Entries of a plan itself, seen as its page is."""
    return Q(**{f"{name}__isnull": True for name in SUBJECTS}) & seen("plan", public_plans)


def place(row: Any) -> tuple[UUID, str]:
    """A row of this room is read on its own page."""
    return row.key, ""


def findable() -> Iterator[Kind]:
    """The kinds of this room."""
    kinds: tuple[tuple[str, str, type[Any], Any, Any], ...] = (
        ("", "plan", Plan, plan_thing, plan_seen),
        (
            "commitment",
            "commitment",
            Commitment,
            commitment_thing,
            partial(seen, "commitment", public_commitments),
        ),
        ("meeting", "meeting", Meeting, meeting_thing, partial(seen, "meeting", public_meetings)),
    )
    for name, what, model, thing, visible in kinds:
        rows = model._default_manager.all
        yield Kind(name, what, model, rows, thing, visible, place)
