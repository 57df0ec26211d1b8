"""Annex 2, items 3 to 5: who leads, and who else takes part."""

from collections.abc import Iterator
from types import MappingProxyType

from ..facts import CommitmentFacts, PartyFacts
from ..findings import Finding, error, warning
from ..vocabularies import BRANCHES
from ..words import Label, Labels, _
from .fields import filled

# Items 3, 4 and 5 of Annex 2 ask for parties, each for those of one role.
ROLE_OF_ITEM = MappingProxyType({"3": "lead-government", "4": "lead-ngs", "5": "other"})
_RULES = {"lead-government": "A2-03", "lead-ngs": "A2-04"}  # only the rows of those who lead


def parties_are_complete(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-03 to A2-05, Annex 2: each row names its organisation, one that leads also a contact and an e-mail.

    The other columns of a leading row are asked for with a warning; no row is required for items 4 and 5.
    """
    for party in commitment.parties:
        if not _is_complete(party):
            yield error(
                _RULES.get(party.role, "A2-05"),
                commitment,
                _("The row of “%(organisation)s” is not complete."),
                hint=_("Name the organisation; for one that leads, also a contact and an e-mail address."),
                field="parties",
                organisation=party.organisation,
            )
        elif absent := list(_columns_left_empty(party)):
            yield _left_empty(commitment, party, absent)


def _is_complete(party: PartyFacts) -> bool:
    leads = party.role in _RULES
    return filled(party.organisation) and (not leads or (filled(party.contact) and filled(party.email)))


def _columns_left_empty(party: PartyFacts) -> Iterator[Label]:
    if party.role == "lead-government" and party.branch not in BRANCHES:
        yield Label(_("branch of government"))
    if party.role in _RULES and not filled(party.job_title):
        yield Label(_("job title"))
    if party.role in _RULES and not filled(party.part):
        yield Label(_("role in the implementation"))


def _left_empty(commitment: CommitmentFacts, party: PartyFacts, absent: list[Label]) -> Finding:
    return warning(
        _RULES[party.role],
        commitment,
        _("The row of “%(organisation)s” lacks: %(columns)s."),
        hint=_("The form asks for every column of a row that leads."),
        field="parties",
        organisation=party.organisation,
        columns=Labels(absent),
    )
