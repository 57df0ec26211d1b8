"""How the partners of a coalition work together, and what for (COAL-15, COAL-19)."""

from collections.abc import Iterator

from ..facts import CoalitionFacts, PlanFacts
from ..findings import Finding, advice, warning
from ..words import _


def check_coalition(plan: PlanFacts) -> Iterator[Finding]:
    """Yield what the partners of a joint plan have not said of their coalition (COAL-15, COAL-19)."""
    if plan.is_joint:
        yield from partners_agree(plan)
        yield from purposes_are_named(plan)


def partners_agree(plan: PlanFacts) -> Iterator[Finding]:
    """COAL-15, §3.4: the partners have written down how they work together, on which day, and signed it.

    What they agree is free: nothing is asked of its content.
    """
    if not plan.agreement:
        yield warning(
            "COAL-15",
            plan,
            _("No agreement on the governance of the coalition is recorded."),
            field="agreement",
        )
    elif plan.coalition:
        yield from _agreement_is_dated_and_signed(plan, plan.coalition)


def _agreement_is_dated_and_signed(plan: PlanFacts, coalition: CoalitionFacts) -> Iterator[Finding]:
    if coalition.agreement_on is None:
        yield advice("COAL-15", plan, _("The agreement of the partners has no date."), field="agreed_on")
    missing = [one.name for one in plan.members if one.key not in coalition.signatories]
    if missing:
        yield advice(
            "COAL-15",
            plan,
            _("It is not recorded who signed the agreement for %(members)s."),
            field="agreement",
            members=", ".join(missing),
        )


def purposes_are_named(plan: PlanFacts) -> Iterator[Finding]:
    """COAL-19, §3.4: the partners name one purpose or several of their coalition; none is a choice, too."""
    if plan.coalition and not plan.coalition.purposes:
        yield advice("COAL-19", plan, _("What the coalition is for is not said."), field="purposes")
