"""The rules of the handbook: id, kind, section, our own title, and the function or question that answers each.

A section is written here and nowhere else; findings and deadlines look it up. The order is the handbook's own.
"""

from types import MappingProxyType

from .annexes import ANNEX_1, ANNEX_2, LISTS
from .coalitions import COALITIONS
from .cocreation import COCREATION
from .commitments import COMMITMENTS
from .joining import JOINING
from .monitoring import MONITORING
from .openness import OPENNESS
from .plan import PLAN
from .roles import ROLES
from .status import STATUS
from .types import Rule

__all__ = ["RULES", "Rule", "rule_named", "section_of"]

_IN_ORDER = (
    *JOINING,
    *ROLES,
    *PLAN,
    *ANNEX_1,
    *ANNEX_2,
    *LISTS,
    *COMMITMENTS,
    *COCREATION,
    *COALITIONS,
    *MONITORING,
    *STATUS,
    *OPENNESS,
)

RULES = MappingProxyType({rule.id: rule for rule in _IN_ORDER})


def rule_named(rule_id: str) -> Rule:
    """Return the rule with this id. Raises ValueError when the handbook has no such rule."""
    try:
        return RULES[rule_id]
    except KeyError:
        raise ValueError(f"No rule {rule_id!r} among the {len(RULES)} rules of the handbook.") from None


def section_of(rule_id: str) -> str:
    """Return the section of the handbook that gives a rule."""
    return rule_named(rule_id).section
