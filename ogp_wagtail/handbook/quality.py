"""What makes a commitment a good one, as far as a machine can tell (§3.2.1.2); the rest is asked of reviewers."""

from collections.abc import Iterable, Iterator

from .facts import CommitmentFacts
from .findings import Finding, advice, warning
from .forms import ANNEX_2
from .forms.annex2 import is_filled
from .forms.fields import filled, missing
from .words import _

# The five groups of information of §3.2.1.2: problem, expected outcome, milestones with dates, resources, and who
# is responsible.
FIVE_GROUPS = frozenset({"A2-06", "A2-08", "A2-09", "A2-17", "A2-14", "A2-15", "A2-03"})


def check_quality(commitment: CommitmentFacts) -> list[Finding]:
    """Return what a commitment lacks to be relevant, specific, verifiable, answerable and time-bound."""
    return [
        *has_a_value(commitment),
        *is_specific(commitment),
        *is_answerable(commitment),
        *is_time_bound(commitment),
        *has_its_five_groups(commitment),
        *is_verifiable(commitment),
        *leads_to_a_medium_term_goal(commitment),
    ]


def has_a_value(commitment: CommitmentFacts) -> Iterator[Finding]:
    """QUAL-01, §3.2.1.2: it names at least one OGP value; whether it clearly advances it is asked of a reviewer."""
    yield from _empty("QUAL-01", commitment, {"A2-13"})


def is_specific(commitment: CommitmentFacts) -> Iterator[Finding]:
    """QUAL-03, §3.2.1.2: problem, activities and expected results are described (items 6, 8 and 9)."""
    yield from _empty("QUAL-03", commitment, {"A2-06", "A2-08", "A2-09"})


def is_verifiable(commitment: CommitmentFacts) -> Iterator[Finding]:
    """QUAL-04, §3.2.1.2: each milestone names a deliverable, its dates and who is responsible (AMB-30).

    Without dates or a responsible party it is an error of item 17; without a deliverable nobody can check it.
    That a milestone says by which evidence it will be shown (Annex 5) is advice.
    """
    for milestone in commitment.milestones:
        if not filled(milestone.deliverable):
            yield warning(
                "QUAL-04",
                commitment,
                _("A milestone names no deliverable: %(milestone)s."),
                hint=_("Say what will exist when it is finished, so that anybody can check."),
                field="milestones",
                milestone=milestone.key,
            )
    if commitment.milestones and not any(one.evidence_kind for one in commitment.milestones):
        yield advice(
            "QUAL-04",
            commitment,
            _("No milestone says which type of evidence will show that it is finished."),
            hint=_("Choose a type of Annex 5 for what is delivered."),
            field="milestones",
        )


def is_answerable(commitment: CommitmentFacts) -> Iterator[Finding]:
    """QUAL-05, §3.2.1.2: it names the government agency that is mainly responsible."""
    yield from _empty("QUAL-05", commitment, {"A2-03"})


def is_time_bound(commitment: CommitmentFacts) -> Iterator[Finding]:
    """QUAL-06, §3.2.1.2: it has a completion date, and each milestone its own."""
    yield from _empty("QUAL-06", commitment, {"A2-02", "A2-17"})
    undated = [one for one in commitment.milestones if one.start is None or one.end is None]
    if undated:
        (field,) = (field for field in ANNEX_2 if field.field == "milestones")
        yield missing(field, commitment, rule="QUAL-06")


def has_its_five_groups(commitment: CommitmentFacts) -> Iterator[Finding]:
    """QUAL-07, §3.2.1.2: problem, expected outcome, dated milestones, resources and responsible organisations."""
    yield from _empty("QUAL-07", commitment, FIVE_GROUPS)


def leads_to_a_medium_term_goal(commitment: CommitmentFacts) -> Iterator[Finding]:
    """QUAL-08, §3.2: it says to which medium-term goal of the vision (Annex 1 item 4.4) it is a step."""
    if not filled(commitment.texts.get("contribution_to_goals", "")):
        yield warning(
            "QUAL-08",
            commitment,
            _("It does not say to which medium-term goal of the vision it leads."),
            hint=_("Name the goal of item 4.4 and the step towards it, in item 10."),
            field="contribution_to_goals",
        )


def _empty(rule: str, commitment: CommitmentFacts, items: Iterable[str]) -> Iterator[Finding]:
    """The fields of these items that are empty, said under a rule of quality."""
    for field in ANNEX_2:
        if field.rule in items and not is_filled(commitment, field):
            yield missing(field, commitment, rule=rule)
