"""How members stand in OGP Local, for everybody to see (STAT-17)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from ogp_wagtail.handbook.facts import MembershipFacts, StatusEventFacts
from ogp_wagtail.handbook.status import PublicStatus, public_status
from ogp_wagtail.members.models import Jurisdiction, StatusEvent


def standings(jurisdictions: Collection[Jurisdiction], day: date) -> dict[int, PublicStatus]:
    """The public status of each jurisdiction by its key, in one query; none of one that never joined."""
    events: dict[int, list[StatusEventFacts]] = {}
    for row in StatusEvent.objects.filter(jurisdiction__in=jurisdictions).order_by("conferred_on", "pk"):
        events.setdefault(row.jurisdiction_id, []).append(row.facts())
    return {
        one.pk: public_status(
            MembershipFacts(str(one.pk), one.name, one.joined_on, events=tuple(events.get(one.pk, ()))), day
        )
        for one in jurisdictions
        if one.pk in events or one.joined_on
    }
