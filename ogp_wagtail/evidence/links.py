"""Links instead of files: opened safely, kept as they were with their hash, looked at again for rot (EV-01, EV-07)."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.evidence import actions
from ogp_wagtail.evidence.extraction import Extraction, extract
from ogp_wagtail.evidence.fetching import Fetched, Policy, Unopened, fetch
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion
from ogp_wagtail.jobs.clock import register_tick
from ogp_wagtail.jobs.kinds import register_kind
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.jobs.queue import enqueue

FETCH: Final = "evidence.fetch"
LOOK_AGAIN: Final = "evidence.links"
EVERY: Final = timedelta(days=30)  # a link is looked at three times a quarter
AT_ONCE: Final = 200  # links that one tick has opened
NOBODY_WAITS: Final = -50  # after what somebody has just uploaded, before what is slow
SECONDS: Final = 20.0
RESERVED: Final = (".example", ".invalid", ".test", ".localhost")  # RFC 2606 and 6761: nobody is there, ever
State = EvidenceItem.LinkState


class NotNow(Exception):
    """The link did not open for a reason that may pass: the job is tried again."""


def fetch_later(item: EvidenceItem, keep: bool = False, priority: int | None = None) -> Job | None:
    """Queue the opening of an item's link; ``keep`` stores what is there as a version in any case."""
    if not item.address or not ogp_settings.EVIDENCE_FETCH_LINKS or is_reserved(item.address):
        return None
    return enqueue(FETCH, key=str(item.pk), priority=priority, item=item.pk, address=item.address, keep=keep)


def is_reserved(address: str) -> bool:
    """Whether an address is an example by its name."""
    return (urlsplit(address).hostname or "").endswith(RESERVED)


def policy() -> Policy:
    """What this site opens."""
    return Policy(
        ports=frozenset(ogp_settings.EVIDENCE_LINK_PORTS),
        most_bytes=ogp_settings.EVIDENCE_MAX_UPLOAD_MB * 1024 * 1024,
        seconds=SECONDS,
        proxy=ogp_settings.EVIDENCE_LINK_PROXY,
    )


def open_link(item: int, address: str, keep: bool = False) -> None:
    """Open an item's link and write what came of it; does nothing when the link has been changed since.

    Raises :class:`NotNow` for what may pass, after it was written as the item's reason.
    """
    found = EvidenceItem.objects.filter(pk=item, address=address).first()
    if found is None:
        return
    with tempfile.NamedTemporaryFile() as file:
        outcome = fetch(address, file, policy())
        if isinstance(outcome, Fetched):
            opened(found, outcome, file, keep)
        else:
            unopened(found, outcome)


def opened(item: EvidenceItem, outcome: Fetched, file: IO[bytes], keep: bool) -> None:
    """Keep what was there where the item has no file, else say whether it is what was kept."""
    is_other = not keep and differs(item, outcome, Path(file.name))
    with transaction.atomic():
        locked = EvidenceItem.objects.select_for_update().filter(pk=item.pk, address=item.address).first()
        if locked is None:
            return
        if keep or locked.current is None:
            store(locked, outcome, file)
        settle(locked, state_of(outcome, is_other), moved_to=outcome.moved_to)


def store(item: EvidenceItem, outcome: Fetched, file: IO[bytes]) -> None:
    """What was there as the item's next version."""
    if outcome.size:
        kept = actions.replace(item, file, outcome.name)
        kept.version.fetched_from = outcome.address[:2000]
        kept.version.save(update_fields=["fetched_from"])
        item.refresh_from_db(fields=["current"])


def state_of(outcome: Fetched, is_other: bool) -> State:
    """The state of a link that opened. What it shows matters more than where it is now."""
    if is_other:
        return State.CHANGED
    return State.MOVED if outcome.moved_to else State.OPENS


def differs(item: EvidenceItem, outcome: Fetched, path: Path) -> bool:
    """Whether a link shows something else than was kept of it. A file that did not come from it says nothing.

    Of a page whose bytes differ the text is compared, since sites write the hour into them, or a number.
    """
    version = item.current
    if version is None or not version.fetched_from or outcome.sha256 == version.sha256:
        return False
    return not has_same_text(version, outcome, path)


def has_same_text(version: EvidenceVersion, outcome: Fetched, path: Path) -> bool:
    """Whether the text of a file is that of a version."""
    read = extract(path, outcome.name, alone=version.item.privacy != "public")
    if not isinstance(read, Extraction):
        return False
    kept = version.passages.order_by("number").values_list("text", flat=True)
    return list(kept) == [piece.text for piece in read.passages]


def unopened(item: EvidenceItem, outcome: Unopened) -> None:
    """Write why a link did not open. What is too large to be kept did open."""
    if outcome.reason_code == "too_large":
        return settle(item, State.OPENS, reason=outcome)
    if outcome.may_pass:
        item.link_reason_code, item.link_reason_params = outcome.reason_code, dict(outcome.params)
        item.save(update_fields=["link_reason_code", "link_reason_params"])
        raise NotNow(outcome.message)
    return settle(item, State.GONE if outcome.reason_code == "gone" else State.UNOPENED, reason=outcome)


def settle(item: EvidenceItem, state: State, *, reason: Unopened | None = None, moved_to: str = "") -> None:
    """Write how a link was found, and on which day."""
    item.link_state, item.link_moved_to = state, moved_to[:2000]
    item.link_reason_code = reason.reason_code if reason else ""
    item.link_reason_params = dict(reason.params) if reason else {}
    item.save(update_fields=["link_state", "link_moved_to", "link_reason_code", "link_reason_params"])
    actions.checked(item, state not in (State.GONE, State.UNOPENED), timezone.localdate())


def give_up(item: int, address: str, keep: bool = False) -> None:
    """The link did not open each time: what was written as the passing reason is the reason."""
    found = EvidenceItem.objects.filter(pk=item, address=address).first()
    if found:
        reason = Unopened(found.link_reason_code or "no_connection", found.link_reason_params)
        settle(found, State.UNOPENED, reason=reason)


def look_again() -> int:
    """Queue the links that nobody has looked at for a month, the longest first; returns how many."""
    return len([item for item in due(timezone.localdate()) if fetch_later(item, priority=NOBODY_WAITS)])


def due(day: date) -> Any:
    """The items whose links are to be opened anew, those of withdrawn items left out."""
    before = Q(checked_on__isnull=True) | Q(checked_on__lte=day - EVERY)
    items = EvidenceItem.objects.filter(before, withdrawn_on__isnull=True).exclude(address="")
    return items.order_by("checked_on", "pk")[:AT_ONCE]


def register() -> None:
    """Tell the queue what the work with links is."""
    label = _("open links")
    register_kind(FETCH, open_link, give_up=give_up, label=label)
    register_tick(LOOK_AGAIN, look_again, every=timedelta(days=1), label=label)
