"""Who takes part in a commitment: names of a file as jurisdictions of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from ogp_wagtail.exchange.commitments.rows import Named, Part, RowRefused
from ogp_wagtail.members.models import Jurisdiction


class Members:
    """The jurisdictions that a plan binds."""

    def __init__(self, jurisdictions: Sequence[Jurisdiction]) -> None:
        self._by_name = {_folded(one.name): one for one in jurisdictions}

    def named(self, parts: Sequence[Part], scope: str) -> dict[int, date | None]:
        """Own last days by the key of the jurisdiction. Refuse a name that is no member (COAL-09, COAL-10)."""
        return {self._named(part.name, scope).pk: part.end for part in parts}

    def of_parties(self, parties: Sequence[Named]) -> list[tuple[str, int | None]]:
        """Each organisation with the key of its jurisdiction. Refuse a name that is no member (COAL-11)."""
        return [(one.organisation, self._key(one.jurisdiction)) for one in parties]

    def _key(self, name: str) -> int | None:
        return self._known(name, "COAL-11").pk if name else None

    def _named(self, name: str, scope: str) -> Jurisdiction:
        return self._known(name, "COAL-10" if scope == "joint" else "COAL-09")

    def _known(self, name: str, rule: str) -> Jurisdiction:
        known = self._by_name.get(_folded(name))
        if known is None:
            message = _("“%(name)s” is no member of this plan; its members are: %(members)s")
            members = "; ".join(one.name for one in self._by_name.values())
            raise RowRefused(rule, message % {"name": name, "members": members})
        return known

    def understood(self, scope: str) -> dict[int, date | None]:
        """Who takes part when nobody says so: all in a joint commitment, the one there is in a single plan."""
        everybody: dict[int, date | None] = {one.pk: None for one in self._by_name.values()}
        return everybody if scope == "joint" or len(everybody) == 1 else {}


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
