"""Who may do what: the permission matrix as a table (ROLE-03 to ROLE-11, LOS-08, COAL-16).

A role is asked about, never a jurisdiction: all partners of a coalition have the same rights.
"""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Literal

from .facts import MemberFacts
from .vocabularies import ROLES

Answer = Literal["yes", "own", "draft", "comment", "request", "consulted", "evidence", "receives", ""]

POINT_OF_CONTACT, GOVERNMENT, NGS, MONITORING_BODY, SUPPORT_UNIT, IRM, PUBLIC = ROLES.slugs
_Row = dict[str, Answer]

_ONLY_CONTACT: _Row = {POINT_OF_CONTACT: "yes"}
_ONLY_NGS: _Row = {NGS: "yes"}
_ONLY_BODY: _Row = {MONITORING_BODY: "yes"}
_ONLY_SUPPORT_UNIT: _Row = {SUPPORT_UNIT: "yes"}
_BOTH_SIDES: _Row = {POINT_OF_CONTACT: "yes", GOVERNMENT: "yes", NGS: "yes"}
_EVERYBODY: _Row = dict.fromkeys(ROLES.slugs, "yes")

# Whoever is not named in a row may not: the answer is "".
_MATRIX: MappingProxyType[str, _Row] = MappingProxyType(
    {
        "draft": {**_BOTH_SIDES, PUBLIC: "comment"},
        "submit-application": {POINT_OF_CONTACT: "yes", GOVERNMENT: "yes"},
        "decide-application": _ONLY_SUPPORT_UNIT,
        "submit-plan": _ONLY_CONTACT,
        "submit-commitment": _ONLY_CONTACT,
        "submit-amendment": _ONLY_CONTACT,
        "endorse-plan": _ONLY_NGS,
        "approve-amendment": _ONLY_NGS,
        "approve-monitoring-body": {**_ONLY_NGS, IRM: "comment"},
        "be-responsible": _BOTH_SIDES,
        "record-meeting": _BOTH_SIDES,
        "update-tracker": {POINT_OF_CONTACT: "yes", GOVERNMENT: "draft", NGS: "comment", PUBLIC: "comment"},
        "declare-implemented": {POINT_OF_CONTACT: "yes", GOVERNMENT: "draft", NGS: "comment"},
        "file-inception": _ONLY_BODY,
        "file-end-of-commitment": _ONLY_BODY,
        "file-learning": _ONLY_BODY,
        "comment": {**_EVERYBODY, MONITORING_BODY: "receives"},
        "respond": {POINT_OF_CONTACT: "yes", GOVERNMENT: "yes", MONITORING_BODY: "own"},
        "evaluate-requirements": {MONITORING_BODY: "evidence", SUPPORT_UNIT: "yes"},
        "confer-status": {POINT_OF_CONTACT: "request", NGS: "consulted", SUPPORT_UNIT: "yes"},
        "raise-civic-space": {NGS: "yes", SUPPORT_UNIT: "receives"},
        "upload-evidence": {**_BOTH_SIDES, MONITORING_BODY: "yes"},
        "read": _EVERYBODY,
    }
)

ACTIONS = tuple(_MATRIX)


def may(action: str, role: str) -> Answer:
    """ROLE-03 to ROLE-11, §2: what a role may do in an action; "" where it may not.

    "own" is a yes for one's own reports, "draft" and "comment" what the role may do instead, "request",
    "consulted", "evidence" and "receives" its part in what another role decides. Raises ValueError that lists
    the actions, or the roles, there are.
    """
    if action not in _MATRIX:
        raise ValueError(f"No action {action!r}. Actions: {', '.join(ACTIONS)}.")
    if role not in ROLES:
        raise ValueError(f"No role {role!r}. Roles: {', '.join(ROLES.slugs)}.")
    return _MATRIX[action].get(role, "")


def is_allowed(action: str, role: str) -> bool:
    """Say whether a role may do the action itself, not only draft it, comment on it or ask for it."""
    return may(action, role) in ("yes", "own")


def roles_allowed(action: str) -> tuple[str, ...]:
    """Return the roles that may do the action itself."""
    return tuple(role for role in ROLES.slugs if is_allowed(action, role))


def partners_in_neutral_order(members: Iterable[MemberFacts]) -> list[MemberFacts]:
    """COAL-16, §3.4: partners are equal, so a list of them is alphabetical, whoever was named first."""
    return sorted(members, key=lambda member: (member.name.casefold(), member.key))
