"""What became of a plan once it was filed: filings, amendments, and dates that changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Set
from datetime import date

from ogp_wagtail.handbook.facts import AmendmentFacts, DateChangeFacts, FilingFacts, MovedDateFacts, PlanFacts
from ogp_wagtail.plans.facts.taking_part import approver_facts, groups_of
from ogp_wagtail.plans.models import Amendment, DateChange, Filing, Plan, PlanMember


def amendment_facts(row: Amendment, plan: PlanFacts) -> AmendmentFacts:
    """An amendment, beside the facts of its plan."""
    return amendment_within(row, groups_of(plan.meetings))


def amendment_within(row: Amendment, groups: Set[str]) -> AmendmentFacts:
    """An amendment; ``groups`` are the case-folded names of those who attended the plan's meetings."""
    return AmendmentFacts(
        key=str(row.key),
        commitment=str(row.commitment.key),
        kind=row.kind,
        fields=frozenset(name.replace("-", "_") for name in row.fields),
        old=_in_words(row.old),
        new=_in_words(row.new),
        reason=row.reason,
        consulted=tuple(one.name for one in row.consulted.all()),
        consulted_on=row.consulted_on,
        consulted_how=row.consulted_how,
        approvers=tuple(approver_facts(one, groups) for one in row.approved_by.all()),
        approved_on=row.approved_on,
        notified_on=row.notified_on,
        effective_on=row.effective_on,
        documented=row.documented,
        su_agreed_on=row.su_agreed_on,
        filed_on=row.filed_on,
        name=str(row),
    )


def _in_words(values: dict[str, object]) -> str:
    return json.dumps(values, sort_keys=True, ensure_ascii=False) if values else ""


def filings_of(plan: Plan) -> list[Filing]:
    """The plan's filings, the first one first, without their frozen copies."""
    rows = plan.filings.defer("document").select_related("commitment", "amendment__commitment", "plan")
    return list(rows.order_by("pk"))


def filing_facts(row: Filing) -> FilingFacts:
    """A filing."""
    about = row.commitment or row.amendment or row.plan
    return FilingFacts(str(about.key), row.filed_on, row.filed_by_name, row.kind, row.sha256)


def date_changes_of(members: Iterable[PlanMember]) -> tuple[DateChangeFacts, ...]:
    """The dates of these members that changed after the plan was filed, the first one first."""
    rows = [row for member in members for row in member.date_changes.all()]
    return tuple(_date_change(row) for row in sorted(rows, key=lambda row: row.pk))


def _date_change(row: DateChange) -> DateChangeFacts:
    return DateChangeFacts(
        key=str(row.pk),
        what=row.what,
        member=str(row.member.jurisdiction_id),
        old=row.old,
        new=row.new,
        changed_on=row.changed_on,
        note=row.note,
        told_on=row.told_on,
        moved=tuple(_moved(one) for one in row.moved),
        stayed=tuple(_moved(one) for one in row.stayed),
    )


def _moved(line: dict[str, str]) -> MovedDateFacts:
    days = {name: date.fromisoformat(line[name]) for name in ("old", "new", "anchor_date") if line.get(name)}
    return MovedDateFacts(line["rule"], line["subject"], **days)
