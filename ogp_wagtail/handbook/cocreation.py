"""Whether a plan was made together: the four minimum requirements of co-creation (§3.3.1)."""

from collections.abc import Iterator
from datetime import date

from .editions import Edition
from .facts import CommitmentFacts, EndorsementFacts, MemberFacts, PlanFacts, SpaceFacts
from .findings import Finding, advice, error, warning
from .meetings import cocreation_meetings, counts_as_cocreation
from .processes import BOTH_SIDES, concerning, processes, whose
from .vocabularies import SPACE_KINDS
from .words import Labels, _

# Annex 5: terms of reference or founding documents of the space.
FOUNDING_DOCUMENT = "EV-2.1"


def check_cocreation(plan: PlanFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what is missing on ``day`` from the co-creation of a plan (COCR-01 to 07; COAL-13).

    A coalition whose members co-create separately answers for each member (COAL-13, §3.4).
    """
    return [
        *_each_process(plan, edition, day),
        *space_is_for_dialogue(plan),
        *kind_of_space_is_listed(plan),
        *endorsements_are_valid(plan, day),
        *every_government_appears(plan, day),
        *every_commitment_is_cocreated(plan, day),
    ]


def _each_process(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    for member in processes(plan):
        yield from space_exists(plan, member)
        yield from space_has_both_sides(plan, member)
        yield from enough_meetings(plan, member, edition, day)
        yield from enough_endorsers(plan, member, edition, day)


def space_exists(plan: PlanFacts, member: MemberFacts | None) -> Iterator[Finding]:
    """COCR-01, §3.3.1: a space for participation exists, and what founded it is on record."""
    spaces: list[SpaceFacts] = concerning(plan.spaces, member)
    if not spaces:
        yield error(
            "COCR-01",
            whose(plan, member),
            _("No space for participation is described."),
            hint=_("Name the forum, council or other space in which the plan was developed."),
            field="spaces",
        )
    elif not any(space.is_founded for space in spaces) and not _is_founded_by_evidence(plan):
        yield advice(
            "COCR-01",
            whose(plan, member),
            _("No founding document or terms of reference of a space are on record."),
            field="spaces",
        )


def _is_founded_by_evidence(plan: PlanFacts) -> bool:
    return any(piece.kind == FOUNDING_DOCUMENT for piece in plan.evidence)


def space_has_both_sides(plan: PlanFacts, member: MemberFacts | None) -> Iterator[Finding]:
    """COCR-04, §3.3.1: a space includes both government and non-governmental representatives."""
    spaces: list[SpaceFacts] = concerning(plan.spaces, member)
    if spaces and not any(space.sectors >= BOTH_SIDES for space in spaces):
        yield error(
            "COCR-04",
            whose(plan, member),
            _("No space has both government and non-governmental representatives."),
            field="spaces",
        )


def space_is_for_dialogue(plan: PlanFacts) -> Iterator[Finding]:
    """COCR-07, §3.3.1: the kind of a space is stated; an internal committee of government is none."""
    for space in plan.spaces:
        if not space.kind:
            template = _("What kind of space %(name)s is, is not stated.")
            yield advice("COCR-07", space, template, field="spaces", name=space.name)
        if space.sectors == {"government"}:
            template = _("%(name)s is internal to government, so it is no space for participation.")
            yield advice("COCR-07", space, template, field="spaces", name=space.name)


def kind_of_space_is_listed(plan: PlanFacts) -> Iterator[Finding]:
    """V-SPACE, §3.3.1: the kind of a space is one of the list."""
    for space in plan.spaces:
        if space.kind and space.kind not in SPACE_KINDS:
            yield error(
                "V-SPACE",
                space,
                _("“%(kind)s” is no kind of space."),
                hint=_("Allowed: %(kinds)s."),
                field="spaces",
                kind=space.kind,
                kinds=Labels(SPACE_KINDS.label_of(slug) for slug in SPACE_KINDS.slugs),
            )


def enough_meetings(
    plan: PlanFacts, member: MemberFacts | None, edition: Edition, day: date
) -> Iterator[Finding]:
    """COCR-02, §3.3.1: at least one meeting that counts, up to the day of submission."""
    count, least = len(concerning(cocreation_meetings(plan, day), member)), edition.cocreation.min_meetings
    if count < least:
        yield error(
            "COCR-02",
            whose(plan, member),
            _("Co-creation meetings that count: %(count)s; at least %(least)s by %(until)s."),
            hint=_("It counts with a date, both sides present and minutes, agenda or list of participants."),
            field="meeting_count",
            count=count,
            least=least,
            until=plan.submitted_on or day,
        )


def enough_endorsers(
    plan: PlanFacts, member: MemberFacts | None, edition: Edition, day: date
) -> Iterator[Finding]:
    """COCR-05, §3.3.1: at least one non-governmental stakeholder that took part endorses the final plan."""
    valid = [one for one in concerning(plan.endorsements, member) if _flaw(one, plan, day) is None]
    if len(valid) < edition.ngs.min_endorsers:
        yield error(
            "COCR-05",
            whose(plan, member),
            _("Endorsements that count: %(count)s; at least %(least)s."),
            hint=_("Add a non-governmental stakeholder that took part and agrees to the final plan."),
            field="endorsements",
            count=len(valid),
            least=edition.ngs.min_endorsers,
        )


def endorsements_are_valid(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """COCR-05, §3.3.1: each name on the list is that of one who may stand there."""
    for endorsement in plan.endorsements:
        if flaw := _flaw(endorsement, plan, day):
            yield error(
                "COCR-05",
                endorsement,
                flaw,
                field="endorsements",
                organisation=endorsement.organisation,
                day=endorsement.endorsed_on,
                changed=plan.text_changed_on,
                until=plan.submitted_on or day,
            )


NO_STAKEHOLDER = _("%(organisation)s is no non-governmental stakeholder; only these endorse the plan.")


def may_endorse(endorsement: EndorsementFacts) -> Iterator[Finding]:
    """COCR-05, Annex 1 item 7: only a non-governmental stakeholder endorses a plan, whatever else holds."""
    if endorsement.sector != "ngs":
        name = endorsement.organisation
        yield error("COCR-05", endorsement, NO_STAKEHOLDER, field="organisation", organisation=name)


def _flaw(endorsement: EndorsementFacts, plan: PlanFacts, day: date) -> str | None:
    """Why this endorsement does not count, or None."""
    if any(may_endorse(endorsement)):
        return NO_STAKEHOLDER
    if not endorsement.took_part:
        return _("%(organisation)s did not take part in co-creation, so its endorsement does not count.")
    if endorsement.endorsed_on is None:
        return _("The day on which %(organisation)s endorsed the plan is not stated.")
    if endorsement.endorsed_on > (plan.submitted_on or day):
        return _("%(organisation)s endorsed the plan on %(day)s; it had to by %(until)s.")
    if plan.text_changed_on and endorsement.endorsed_on < plan.text_changed_on:
        return _("%(organisation)s endorsed the plan on %(day)s, before its text changed on %(changed)s.")
    return None


def every_government_appears(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """COAL-13, §3.4: in a shared process each member is in at least one meeting, else a warning."""
    meetings = cocreation_meetings(plan, day)
    if not plan.is_joint or plan.cocreation_mode != "joint" or not meetings:
        return
    for member in plan.members:
        if not concerning(meetings, member):
            yield warning(
                "COAL-13",
                member,
                _("%(member)s is in no co-creation meeting."),
                field="meeting_count",
                member=member.name,
            )


def every_commitment_is_cocreated(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """QUAL-09, §3.2, §3.3: each commitment in the plan was discussed before it was submitted."""
    if cocreation_meetings(plan, day):
        for commitment in plan.live_commitments:
            if commitment.included_on:
                yield from commitment_is_cocreated(plan, commitment, day=day)


def commitment_is_cocreated(plan: PlanFacts, commitment: CommitmentFacts, *, day: date) -> Iterator[Finding]:
    """QUAL-09, §3.2, §3.3: a meeting that counts is linked to the commitment, on or before its submission.

    A meeting linked to no commitment stands for all that went in with the plan, not for later ones.
    """
    submitted = commitment.submitted_on or commitment.included_on or day
    is_later = plan.submitted_on is not None and submitted > plan.submitted_on
    until = min(submitted, day)
    for meeting in plan.meetings:
        is_linked = commitment.key in meeting.commitments or not (meeting.commitments or is_later)
        if is_linked and counts_as_cocreation(plan, meeting, until):
            return
    yield error(
        "QUAL-09",
        commitment,
        _("No co-creation meeting that counts is linked to it, by %(until)s."),
        hint=_("Link it to the meeting at which it was discussed."),
        field="meetings",
        until=submitted,
    )
