"""The two clocks: six months of inactivity lead to probation, four months of probation to revocation."""

from datetime import date

from ..calendar import day_after
from ..words import _
from .conferred import cure_due, restart_due
from .restart import cure_found, restart_found
from .situation import Situation
from .types import Condition


def inactive_for_too_long(case: Situation) -> Condition | None:
    """STAT-11, §4.2: no sign of work within six months of the conferral of inactivity.

    Voluntary inactivity for reasons nobody could avoid has no clock. A sign of work on the last day stops it.
    """
    due = restart_due(case.event, case.edition) if case.event else None
    sign = restart_found(case)
    if due is None or (sign and sign.on <= due):
        return None
    ahead = _(
        "Inactive since %(since)s; condition for probation met on %(date)s "
        "if neither co-creation nor progress is shown by %(until)s."
    )
    met = _(
        "Inactive since %(since)s, with neither co-creation nor progress by %(until)s; "
        "the condition has been met since %(date)s."
    )
    hint = _("Hold a co-creation meeting that counts, or show progress in the tracker.")
    return _condition(case, "STAT-11", "probation", due, (ahead, met), hint)


def not_put_right(case: Situation) -> Condition | None:
    """STAT-16, §4.2: what led to probation was not put right within four months; membership may be revoked.

    It is for the Support Unit to revoke; nothing and nobody else does (AMB-23).
    """
    due = cure_due(case.event, case.edition) if case.event else None
    cured = cure_found(case)
    if due is None or (cured and cured <= due):
        return None
    ahead = _(
        "On probation since %(since)s; condition for revocation met on %(date)s "
        "if what was missed is not put right by %(until)s."
    )
    met = _(
        "On probation since %(since)s; what was missed was not put right by %(until)s. "
        "The condition for revocation has been met since %(date)s."
    )
    hint = _("Put right what was missed; the member is active again as soon as it is.")
    return _condition(case, "STAT-16", "revoked", due, (ahead, met), hint)


def _condition(
    case: Situation, rule: str, leads_to: str, due: date, words: tuple[str, str], hint: str
) -> Condition:
    is_met, met_on = case.day > due, day_after(due)
    since = case.event.conferred_on if case.event else None
    return Condition(
        rule,
        case.membership.key,
        case.membership.subject,
        leads_to,
        met_on,
        "met" if is_met else "ahead",
        words[is_met],
        {"since": since, "until": due, "date": met_on},
        hint,
    )
