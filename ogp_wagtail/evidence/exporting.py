"""A plan's whole repository to take away: folders by commitment, and an index of what proves what (REPO-02, REPO-03).

It holds what the person may see: the public what is public, who keeps the repository everything that is in use.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from ogp_wagtail.evidence.addresses import file_address, item_address, landing_page
from ogp_wagtail.evidence.files import shown
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceLink, EvidenceVersion
from ogp_wagtail.evidence.models.link import TARGETS
from ogp_wagtail.evidence.querysets import target_is_public
from ogp_wagtail.evidence.version_views import is_whole
from ogp_wagtail.pages.queries import public_commitments
from ogp_wagtail.plans.models import Milestone, Plan

COLUMNS: Final = (
    *(
        "commitment",
        "milestone",
        "status",
        "proves",
        "title",
        "type",
        "source",
        "date",
        "added_on",
        "privacy",
    ),
    *("file", "size", "sha256", "version", "link", "address", "note"),
)
NOT_IN_NAMES: Final = re.compile(r'[<>:"|?*\\/]+')  # what some system does not take in a file's name
LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Proven:
    """Something that an item proves: its commitment and milestone where it has such, and where that stands."""

    name: str
    commitment: str = ""
    milestone: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item, the file that goes with it and under which path; ``note`` says why none does."""

    item: EvidenceItem
    version: EvidenceVersion | None
    path: str
    link: str
    note: str = ""
    proves: tuple[Proven, ...] = field(default=())


def entries(plan: Plan, *, everything: bool) -> list[Entry]:
    """What goes out: with ``everything`` all that is in use, else what anybody may see. A handful of queries."""
    items = list(items_of(plan, everything))
    open_files = {item.pk for item in items} if everything else set(public_keys(plan))
    proves = proven_by(items, everything)
    listed = set(public_commitments().filter(plan=plan).values_list("pk", flat=True))
    landing, taken, found = landing_page(), set[str](), []
    for item in items:
        version, note = going_out(item, item.pk in open_files)
        of_all = everything or item.folder.commitment_id in (None, *listed)
        folder = item.folder.path if of_all else "process"
        path = unique(f"{folder}/{file_name(version)}", taken) if version else ""
        found.append(Entry(item, version, path, link_of(landing, item, version), note, proves[item.pk]))
    return found


def items_of(plan: Plan, everything: bool) -> QuerySet[EvidenceItem]:
    """The items of a plan in the order of its folders."""
    items = EvidenceItem.objects.filter(plan=plan, withdrawn_on__isnull=True)
    seen = items if everything else items.listed()
    ordered: QuerySet[EvidenceItem] = seen.select_related(
        "folder__commitment", "current__stored", "plan"
    ).order_by("folder__path", "pk")
    return ordered


def public_keys(plan: Plan) -> QuerySet[EvidenceItem, int]:
    """The items of which anybody may have the file."""
    return EvidenceItem.objects.public().filter(plan=plan).values_list("pk", flat=True)


def going_out(item: EvidenceItem, is_open: bool) -> tuple[EvidenceVersion | None, str]:
    """The file that goes with an item, or why none does."""
    version = item.current
    if version is None:
        return None, gettext("a link, no file")
    if not is_open:
        return None, gettext("the file is not public")
    if not is_whole(version):
        return None, gettext("the file is under repair")
    return version, ""


def link_of(landing: Any, item: EvidenceItem, version: EvidenceVersion | None) -> str:
    """The whole public address of the file, or of the item where no file goes out."""
    if landing is None:
        return ""
    if version is None:
        return item_address(landing, item)
    version.item = item
    return file_address(landing, version)


def proven_by(items: Iterable[EvidenceItem], everything: bool) -> dict[int, tuple[Proven, ...]]:
    """What each item proves; for the public only what is public itself."""
    links = EvidenceLink.objects.filter(item__in=[item.pk for item in items])
    if not everything:
        links = links.filter(target_is_public())
    whole = links.select_related(*TARGETS, "milestone__commitment", "amendment__commitment")
    found: dict[int, list[Proven]] = defaultdict(list)
    for one in whole:
        found[one.item_id].append(proven(one.target))
    return defaultdict(tuple, {pk: tuple(some) for pk, some in found.items()})


def proven(target: Any) -> Proven:
    """One thing that is proved."""
    commitment = getattr(target, "commitment", None)
    if isinstance(target, Milestone):
        return Proven(str(target), target.commitment.code, str(target.number), target.status)
    kind = target._meta.model_name
    code = target.code if kind == "commitment" else commitment.code if commitment else ""
    return Proven(f"{target._meta.verbose_name}: {target}", code)


def file_name(version: EvidenceVersion) -> str:
    """The file's name as every system takes it, its ending kept."""
    name = NOT_IN_NAMES.sub("-", shown(version.file_name)).strip(" .") or "file"
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem[: LONGEST - len(ending) - 1]}{dot}{ending}" if len(ending) < 12 and dot else name[:LONGEST]


def unique(path: str, taken: set[str]) -> str:
    """The path, with a number where another file has it already; systems that ignore case are thought of."""
    stem, dot, ending = path.rpartition(".")
    if not dot or "/" in ending:
        stem, dot, ending = path, "", ""
    wanted, number = path, 1
    while wanted.casefold() in taken:
        number += 1
        wanted = f"{stem} ({number}){dot}{ending}"
    taken.add(wanted.casefold())
    return wanted


def index_rows(found: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """The index: one row for each thing that an item proves, one for an item that proves nothing in particular."""
    for entry in found:
        for one in entry.proves or (Proven(""),):
            yield dict(zip(COLUMNS, (*about(one), *of_item(entry)), strict=True))


def about(one: Proven) -> tuple[str, ...]:
    """The columns that say what is proved."""
    return one.commitment, one.milestone, one.status, one.name


def of_item(entry: Entry) -> tuple[Any, ...]:
    """The columns that say with what."""
    item, version = entry.item, entry.version
    bytes_ = (version.size, version.sha256, version.number) if version else (None, None, None)
    return (
        *(item.title, item.kind, item.source_class, item.dated_on),
        *(timezone.localdate(item.added_on), item.privacy, entry.path, *bytes_, entry.link),
        *(item.address if version or item.privacy == "public" else "", entry.note),
    )


def index_document(plan: Plan, found: list[Entry]) -> dict[str, Any]:
    """The index as JSON."""
    return {
        "plan": plan.code,
        "title": plan.title,
        "made_on": timezone.now(),
        "rows": list(index_rows(found)),
    }
