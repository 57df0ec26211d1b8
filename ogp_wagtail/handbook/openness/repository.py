"""The repository of evidence (REPO-01 to REPO-05, Annex 4): optional, and where there is one, in order and public."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..facts import EvidenceFacts, PlanFacts
from ..findings import Finding, advice, warning
from ..words import Label, Labels, _

PROCESS = ""


def check_repository(plan: PlanFacts, *, day: date) -> Iterator[Finding]:
    """Yield what is wrong with the repository on ``day``; that there is none is no fault (REPO-01)."""
    if repository(plan):
        yield from folders_are_filled(plan, day)
        yield from repository_is_dated(plan)
        yield from only_the_private_is_hidden(plan)


def repository(plan: PlanFacts) -> dict[str, tuple[EvidenceFacts, ...]]:
    """REPO-01, Annex 4: the evidence by folder; empty where a member keeps no repository, which it may."""
    keys = dict.fromkeys(piece.folder for piece in plan.evidence)
    return {key: tuple(piece for piece in plan.evidence if piece.folder == key) for key in keys}


def folders_needed(plan: PlanFacts) -> tuple[str, ...]:
    """Return the folders that a repository has: one of the process, and one for each commitment in the plan."""
    return (PROCESS, *(one.key for one in plan.live_commitments if one.included_on))


def folders_are_filled(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """REPO-02, Annex 4: there is a folder of the process and one for each commitment that has begun."""
    folders = repository(plan)
    missing = [Label(_("the process"))] if PROCESS not in folders else []
    begun = [one for one in plan.live_commitments if one.included_on and one.start and one.start <= day]
    missing += [Label(one.code) for one in begun if one.key not in folders]
    if missing:
        template = _("In the repository there is nothing yet on: %(folders)s.")
        yield advice("REPO-02", plan, template, field="evidence", folders=Labels(missing))


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of the companion table: what was to be done, how far it is, and a piece of evidence of it."""

    commitment: str
    milestone: str
    status: str
    evidence: str
    dated_on: date | None


def evidence_table(plan: PlanFacts) -> list[TableRow]:
    """REPO-03, Annex 4: commitments and milestones with the evidence of each; one without any has a line too.

    Evidence that proves nothing about a commitment or a milestone has no line here.
    """
    rows: list[TableRow] = []
    for commitment in plan.live_commitments:
        rows += _lines(plan, commitment.key, commitment.code, "", "")
        for milestone in commitment.milestones:
            rows += _lines(plan, milestone.key, commitment.code, milestone.deliverable, milestone.status)
    return rows


def _lines(plan: PlanFacts, key: str, code: str, milestone: str, status: str) -> list[TableRow]:
    proofs = [piece for piece in plan.evidence if key in piece.proves]
    lines = [TableRow(code, milestone, status, one.title or one.key, one.dated_on) for one in proofs]
    return lines or [TableRow(code, milestone, status, "", None)]


def last_updated(plan: PlanFacts) -> date | None:
    """Return the day on which something was last added to the repository, as far as it is known."""
    return max((piece.added_on for piece in plan.evidence if piece.added_on), default=None)


def repository_is_dated(plan: PlanFacts) -> Iterator[Finding]:
    """REPO-04, Annex 4: the repository shows when it was last updated."""
    if last_updated(plan) is None:
        template = _("The repository does not show when it was last updated.")
        yield warning("REPO-04", plan, template, field="evidence")


def only_the_private_is_hidden(plan: PlanFacts) -> Iterator[Finding]:
    """REPO-05, Annex 4, §2.1: a folder is not hidden as a whole because of one piece that has to be."""
    names = {one.key: Label(one.code) for one in plan.live_commitments} | {PROCESS: Label(_("the process"))}
    hidden = [
        names.get(key, Label(key))
        for key, pieces in repository(plan).items()
        if len(pieces) > 1 and all(piece.privacy == "restricted" for piece in pieces)
    ]
    if hidden:
        yield warning(
            "REPO-05",
            plan,
            _("Everything in these folders is hidden: %(folders)s."),
            hint=_("Hide only what privacy requires, such as a list of names; affiliations may be shown."),
            field="evidence",
            folders=Labels(hidden),
        )
