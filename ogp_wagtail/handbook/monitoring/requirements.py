"""What the Support Unit says of the four minimum requirements (§3.3.1)."""

from collections.abc import Iterator

from ..facts import PlanFacts, RequirementFacts
from ..findings import Finding, error
from ..vocabularies import SELF_ASSESSED, SUPPORT_UNIT
from ..words import _
from .questions import REQUIREMENTS


def check_requirements(plan: PlanFacts) -> Iterator[Finding]:
    """Yield what is wrong with the results on record (COCR-06)."""
    for result in plan.requirements:
        yield from evaluated_by_the_support_unit(result)


def evaluated_by_the_support_unit(result: RequirementFacts) -> Iterator[Finding]:
    """COCR-06, §3.3.1: only the Support Unit says met or not met; a member marks its own as self-assessed."""
    if result.requirement not in REQUIREMENTS:
        yield error(
            "COCR-06",
            result,
            _("“%(requirement)s” is none of the four minimum requirements."),
            hint=_("Choose: %(allowed)s."),
            field="requirement",
            requirement=result.requirement,
            allowed=", ".join(REQUIREMENTS),
        )
    is_own = result.evaluated_by != SUPPORT_UNIT
    if is_own != (result.result == SELF_ASSESSED):
        yield error(
            "COCR-06",
            result,
            _("A member may only say “self-assessed” of itself; met or not met is the Support Unit's word."),
            field="result",
        )
    if result.evaluated_on is None:
        yield error("COCR-06", result, _("The day of the evaluation is missing."), field="evaluated_on")


def evaluation(plan: PlanFacts, requirement: str, member: str | None = None) -> RequirementFacts | None:
    """COCR-06, §3.3.1: return the Support Unit's latest result for a requirement, or None while there is none.

    A result for the whole plan stands for each member.
    """
    results = [
        one
        for one in plan.requirements
        if one.requirement == requirement
        and one.evaluated_by == SUPPORT_UNIT
        and one.evaluated_on
        and one.member in (None, member)
    ]
    return max(results, key=lambda one: str(one.evaluated_on), default=None)
