"""The resources of a commitment: out of a cell, and onto its draft (A2-14)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from ogp_wagtail.exchange.commitments import values
from ogp_wagtail.exchange.commitments.columns import RULES
from ogp_wagtail.exchange.commitments.prose import one_line
from ogp_wagtail.exchange.commitments.rows import ResourceRow, RowRefused
from ogp_wagtail.exchange.commitments.state import resource_state
from ogp_wagtail.handbook.vocabularies import RESOURCE_KINDS
from ogp_wagtail.pages.models import CommitmentPage, CommitmentPageResource

RULE = RULES["resources"]
FORM = "kind|amount|currency|description|provided by"
LENGTHS = {"description": 500, "provided by": 255}


def resources_of_cell(text: str) -> tuple[ResourceRow, ...]:
    """The resources of a cell: separated by ";" or line ends, the parts of each by "|". Raises ``RowRefused``."""
    return tuple(_resource(entry) for entry in values.several(text))


def _resource(entry: str) -> ResourceRow:
    parts = [one_line(part) for part in entry.split("|")]
    if len(parts) > 5:
        raise _refused(_("“%(text)s” has more than five parts: %(form)s"), text=entry, form=FORM)
    kind, amount, currency, description, provider = [*parts, *[""] * (5 - len(parts))]
    for name, said in (("description", description), ("provided by", provider)):
        if len(said) > LENGTHS[name]:
            raise _refused(_("%(name)s: at most %(most)s characters"), name=name, most=LENGTHS[name])
    return ResourceRow(
        values.choice_of(kind, RESOURCE_KINDS, RULE, "resources"),
        _amount(amount),
        _currency(currency),
        description,
        provider,
    )


def _amount(text: str) -> Decimal | None:
    if not values.is_stated(text):
        return None
    if not re.fullmatch(r"[0-9]{1,14}(\.[0-9]{1,2})?", text):
        raise _refused(
            _("“%(text)s” is no amount: write digits, with a point for cents, 12000.50"), text=text
        )
    return Decimal(text)


def _currency(text: str) -> str:
    if text and not re.fullmatch(r"[A-Za-z]{3}", text):
        raise _refused(_("“%(text)s” is no currency: write its three letters, such as EUR"), text=text)
    return text.upper()


def _refused(message: str, **said: object) -> RowRefused:
    return RowRefused(RULE, f"resources: {message % said}")


def put_resources(page: CommitmentPage, rows: Sequence[ResourceRow]) -> None:
    """Exactly these resources, where any are stated; those that are there stay as they are."""
    wanted = [resource_state(row) for row in rows]
    if wanted and wanted != [resource_state(one) for one in page.resources.all()]:
        page.resources.set(
            CommitmentPageResource(
                kind=row.kind,
                amount=row.amount,
                currency=row.currency,
                description=row.description,
                provider=row.provider,
                sort_order=number,
            )
            for number, row in enumerate(rows)
        )
