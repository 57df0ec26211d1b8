"""The organisations of a commitment onto its draft (A2-03 to A2-05)."""

from __future__ import annotations

from collections.abc import Iterable

from ogp_wagtail.pages.models import CommitmentPage, CommitmentPageParty

LEAD = "lead-government"


def put_parties(page: CommitmentPage, role: str, organisations: Iterable[tuple[str, int | None]]) -> None:
    """Exactly these organisations have the role, each with the key of its jurisdiction where one is given.

    Those that had the role before keep their contact details, and their jurisdiction unless another is given.
    """
    wanted: dict[str, tuple[str, int | None]] = {}
    for name, jurisdiction in organisations:
        wanted.setdefault(name.casefold(), (name, jurisdiction))
    parties = list(page.parties.all())
    present = {party.organisation.casefold(): party for party in parties if party.role == role}
    for key, (_name, jurisdiction) in wanted.items():
        if key in present and jurisdiction:
            present[key].jurisdiction_id = jurisdiction
    if list(wanted) != list(present):
        named = [present.get(key) or _party(role, *one) for key, one in wanted.items()]
        parties = [*(party for party in parties if party.role != role), *named]
    for number, party in enumerate(parties):
        party.sort_order = number
    page.parties.set(parties)


def _party(role: str, name: str, jurisdiction: int | None) -> CommitmentPageParty:
    return CommitmentPageParty(role=role, organisation=name, jurisdiction_id=jurisdiction)
