"""The multi-stakeholder forum and other spaces (MSF-01 to MSF-04, Annex 3)."""

from collections.abc import Iterator
from datetime import date

from ..editions import Edition
from ..facts import MemberFacts, PlanFacts, SpaceFacts
from ..findings import Finding, advice, error, warning
from ..processes import BOTH_SIDES, concerning, processes, whose
from ..words import _


def check_spaces(plan: PlanFacts, edition: Edition, *, day: date) -> Iterator[Finding]:
    """Yield what is wrong with the spaces of a plan, or of each member that co-creates on its own."""
    for member in processes(plan):
        yield from forum_is_recommended(plan, member)
        yield from support_unit_is_informed(plan, member)
        yield from spaces_are_diverse(plan, member, edition)
    for space in plan.spaces:
        yield from forum_is_one(space)


def forum_is_recommended(plan: PlanFacts, member: MemberFacts | None) -> Iterator[Finding]:
    """MSF-01, Annex 3: a forum is recommended where there is no other space, and never required."""
    if not concerning(plan.spaces, member):
        yield warning(
            "MSF-01",
            whose(plan, member),
            _("There is no space yet; a permanent multi-stakeholder forum is recommended then."),
            field="spaces",
        )


def forum_is_one(space: SpaceFacts) -> Iterator[Finding]:
    """MSF-02, Annex 3: what is declared a multi-stakeholder forum has both sides in it and meets regularly."""
    if not space.is_forum:
        return
    if not space.sectors >= BOTH_SIDES:
        template = _("%(name)s is declared a multi-stakeholder forum, and one of the two sides is not in it.")
        yield error("MSF-02", space, template, field="spaces", name=space.name)
    if not space.meets_regularly:
        template = _("%(name)s is declared a multi-stakeholder forum, and does not meet regularly.")
        yield error("MSF-02", space, template, field="spaces", name=space.name)


def support_unit_is_informed(plan: PlanFacts, member: MemberFacts | None) -> Iterator[Finding]:
    """MSF-03, Annex 3: whichever space is chosen, the Support Unit is told of it, by the submission (derived)."""
    spaces: list[SpaceFacts] = concerning(plan.spaces, member)
    told = min((one.su_informed_on for one in spaces if one.su_informed_on), default=None)
    if spaces and told is None:
        yield error(
            "MSF-03",
            whose(plan, member),
            _("The Support Unit has not been told which space was chosen."),
            hint=_("Send it the details and state the day, at the latest that of the submission."),
            field="spaces",
        )
    elif told and plan.submitted_on and told > plan.submitted_on:
        template = _("The Support Unit was told of the space on %(told)s, after the submission on %(day)s.")
        yield warning(
            "MSF-03", whose(plan, member), template, field="spaces", told=told, day=plan.submitted_on
        )


def spaces_are_diverse(plan: PlanFacts, member: MemberFacts | None, edition: Edition) -> Iterator[Finding]:
    """MSF-04, Annex 3: the spaces together bring in several kinds of groups."""
    spaces: list[SpaceFacts] = concerning(plan.spaces, member)
    kinds = {kind for space in spaces for kind in space.group_types}
    if spaces and not kinds:
        template = _("Which kinds of groups are in the spaces is not on record.")
        yield advice("MSF-04", whose(plan, member), template, field="spaces")
    elif spaces and len(kinds) < edition.practice.min_group_types:
        template = _("Kinds of non-governmental groups in the spaces: %(count)s; spaces are to be diverse.")
        yield warning("MSF-04", whose(plan, member), template, field="spaces", count=len(kinds))
