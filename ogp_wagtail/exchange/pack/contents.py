"""What a pack holds: parts with the items of a form, each as paragraphs or as a table. In English, as it is filed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ogp_wagtail.exchange.pack.values import Block, blocks_of
from ogp_wagtail.handbook.forms import ANNEX_1, ANNEX_2

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a form: its number, its name, and what was answered. No block: left empty."""

    number: str
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One form: Annex 1 for the plan, Annex 2 for each commitment."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A filed document for people. ``about`` holds label and value of what stands on the first page."""

    title: str
    language: str
    about: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...] = field(default=())


def pack_of(document: Document, within: Document | None = None, **about: str) -> Pack:
    """The pack of a frozen copy; ``about`` adds lines to the first page, label by label (underscores are blanks).

    A document of one later commitment, or of an amendment with the commitment as it became, has no Annex 1;
    ``within`` is the filed plan, which knows the names of goals and members.
    """
    plan, commitments = document["plan"], list(document.get("commitments", ()))
    known = {**_names(within["plan"] if within else {}), **_names(plan)}
    return Pack(
        title=plan.get("title") or plan["code"],
        language=plan.get("language", "en"),
        about=tuple(_about(document, plan, about)),
        parts=tuple(_parts(plan, commitments, known)),
    )


def _names(plan: Document) -> dict[str, str]:
    """The names of the goals and members of a plan by their keys."""
    goals = {row["key"]: row.get("english") or row["text"] for row in _goals(plan)}
    return goals | {row["key"]: row["name"] for row in plan.get("members", ())}


def _goals(plan: Document) -> list[Mapping[str, Any]]:
    """The goals of the vision; what is filed later brings them along without Annex 1."""
    told = (entry for entry in plan.get("annex_1", ()) if entry["field"] == "goals")
    return [row for entry in told for row in entry["value"] or ()] or list(plan.get("goals", ()))


def _about(document: Document, plan: Document, more: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    period = plan.get("period") or {}
    yield "Plan", plan["code"]
    yield "Members", ", ".join(row["name"] for row in plan.get("members", ()))
    yield "Period", f"{period.get('start') or '?'} to {period.get('end') or '?'}"
    yield "Point of contact", plan.get("point_of_contact") or ""
    yield "Edition of the handbook", plan.get("edition") or ""
    yield from ((f"Reading: {key}", text) for key, text in sorted(plan.get("readings", {}).items()))
    yield "Day", document.get("filed_on") or ""
    yield from ((f"File: {one['title']}", f"SHA-256 {one['sha256']}") for one in document.get("files", ()))
    yield from _amendment(document.get("amendment") or {})
    yield from ((label.replace("_", " "), value) for label, value in more.items())


def _amendment(amendment: Document) -> Iterator[tuple[str, str]]:
    """What an amendment changes, and on which ground (AMEND-01 to AMEND-05)."""
    labels = ("kind", "reason", "old", "new", "consulted_on", "approved_on", "notified_on", "effective_on")
    for name in labels:
        if amendment.get(name):
            yield f"Amendment: {name.replace('_', ' ')}", str(amendment[name])


def _parts(plan: Document, commitments: list[Document], known: Mapping[str, str]) -> Iterator[Part]:
    if plan.get("annex_1"):
        yield Part("Annex 1: strategic vision", tuple(_items(ANNEX_1, plan["annex_1"], known)))
    for one in commitments:
        title = f"Annex 2: commitment {one['code']}"
        yield Part(title, tuple(_items(ANNEX_2, one["annex_2"], known)))


def _items(form: Any, entries: list[Document], known: Mapping[str, str]) -> Iterator[Item]:
    """The items in the order of the form, also those that were left empty."""
    answered = {(entry["item"], entry["field"]): entry for entry in entries}
    for one in form:
        entry = answered.get((one.item, one.field), {})
        yield Item(one.item, str(one.label), tuple(blocks_of(one, entry, known)))
