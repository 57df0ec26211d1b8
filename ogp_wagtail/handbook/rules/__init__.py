"""The rules of the handbook: id, kind, section, our own title, and the function or question that answers each.

A section is written here and nowhere else; findings and deadlines look it up. The order is the handbook's own.
"""

from types import MappingProxyType

from ..words import _
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
from .types import Chapter, Rule

__all__ = ["CHAPTERS", "RULES", "Chapter", "Rule", "rule_named", "section_of"]

CHAPTERS = (
    Chapter(_("Eligibility and letter of support"), JOINING),
    Chapter(_("Roles and orientation"), ROLES),
    Chapter(_("The action plan"), PLAN),
    Chapter(_("Annex 1: the form of the vision"), ANNEX_1),
    Chapter(_("Annex 2: the form of a commitment"), ANNEX_2),
    Chapter(_("Lists of the forms"), LISTS),
    Chapter(_("Commitments"), COMMITMENTS),
    Chapter(_("Co-creation and meetings"), COCREATION),
    Chapter(_("Joint plans and coalitions"), COALITIONS),
    Chapter(_("Monitoring, reports and learning"), MONITORING),
    Chapter(_("Membership status"), STATUS),
    Chapter(_("Forum, website, repository and evidence"), OPENNESS),
)

RULES = MappingProxyType({rule.id: rule for chapter in CHAPTERS for rule in chapter.rules})


def rule_named(rule_id: str) -> Rule:
    """Return the rule with this id. Raises ValueError when the handbook has no such rule."""
    try:
        return RULES[rule_id]
    except KeyError:
        raise ValueError(f"No rule {rule_id!r} among the {len(RULES)} rules of the handbook.") from None


def section_of(rule_id: str) -> str:
    """Return the section of the handbook that gives a rule."""
    return rule_named(rule_id).section
