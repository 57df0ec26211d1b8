"""Editions, rules, vocabularies and findings: the numbers and lists are those of the handbook."""

import ast
import dataclasses
import re
from pathlib import Path

import pytest

from ogp_wagtail import handbook
from ogp_wagtail.handbook import CURRENT, EDITIONS, RULES, Severity, edition_named, rule_named, section_of
from ogp_wagtail.handbook import vocabularies as lists
from ogp_wagtail.handbook.findings import Finding, error, gravest_first, softened, warning
from ogp_wagtail.handbook.vocabularies import Vocabulary
from ogp_wagtail.handbook.words import Label

from .build import city

PACKAGE = Path(handbook.__file__).parent
VOCABULARIES = {name: value for name, value in vars(lists).items() if isinstance(value, Vocabulary)}


NUMBERS = [
    ("eligibility.min_remaining_term_months", 16),
    ("plan.end_buffer_months", 2),
    ("plan.early_end_warn_months", 6),
    ("plan.non_elected_min_months", 12),
    ("plan.non_elected_max_months", 48),
    ("plan.gap_months", 4),
    ("plan.language", "en"),
    ("plan.min_commitments", 1),
    ("plan.max_active_single", 5),
    ("plan.max_active_joint", ((2, 10), (3, 12), (4, 12))),
    ("slot.release", "implemented_and_assessed"),
    ("slot.basis", "inclusion"),
    ("commitment.min_months", 12),
    ("commitment.duration_count", "inclusive"),
    ("commitment.max_policy_areas", 2),
    ("commitment.max_sectors", 2),
    ("commitment.tech_only_value", "warn"),
    ("ngs.min_endorsers", 1),
    ("amend.window_months", 6),
    ("cocreation.min_meetings", 1),
    ("implementation.meetings_per_year", 2),
    ("implementation.year_basis", "plan_year"),
    ("implementation.partial_year_meetings", 1),
    ("implementation.partial_year_min_months", 6),
    ("coalition.min_members", 2),
    ("coalition.max_members", 4),
    ("coalition.commitment_deadline_mode", "at_least_2m_before"),
    ("coalition.joint_commitment_mode", "each_member_own_deadline"),
    ("mb.embedded_in_forum", "warn"),
    ("report.inception_months", 2),
    ("report.eoc_months", 1),
    ("report.learning_months", 2),
    (
        "report.completion_scale",
        ("not-started", "limited", "substantial", "complete", "no-evidence"),
    ),
    ("report.criteria_scale", ("high", "moderate", "low", "none", "unclear")),
    ("tracker.quarter_basis", "calendar"),
    ("tracker.grace_days", 0),
    ("eligibility.reference_date", "letter"),
    ("eligibility.track_record_months", 36),
    ("los.max_pages", 3),
    ("los.language", "en"),
    ("los.min_non_gov_signatories", 1),
    ("orientation.late", "warn"),
    ("plan.later_start_default", "submission"),
    ("commitment.later_ngs_agreement", "warn"),
    ("ngs.min_mb_approvers", 1),
    ("ngs.min_amendment_approvers", 1),
    ("amend.after_window", "block"),
    (
        "amend.exempt_fields",
        ("contact_name", "job_title", "email", "typo_fixes", "milestone_status", "additional_information"),
    ),
    ("amend.typo_letters", 1),
    ("coalition.suspend_finished_member", True),
    ("mb.min_invitations_per_side", 1),
    ("status.inactive_quarters", 2),
    ("status.no_update_counts_as_no_progress", True),
    ("status.contrary_after_inactive_months", 6),
    ("status.cure_months", 4),
    ("status.auto_transition", False),
    ("practice.answer_days", 14),
    ("practice.min_rounds", 2),
    ("practice.min_group_types", 2),
    ("web.fresh_months", 3),
    ("web.cocreation_update_basis", "calendar_month"),
    ("web.monthly_scope", "co-creation"),
    ("web.missing_item", "warn"),
    ("irm.analysis_months", 24),
]


def number(key: str) -> object:
    group, name = key.split(".")
    return getattr(getattr(CURRENT, group), name)


@pytest.mark.parametrize(("key", "value"), NUMBERS)
def test_the_current_edition_has_the_numbers_of_the_handbook(key: str, value: object) -> None:
    assert number(key) == value
    assert CURRENT.sources()[key].startswith(("§", "Annex"))


def test_every_number_of_the_edition_is_tested_above() -> None:
    assert {key for key, _ in NUMBERS} == set(CURRENT.sources())


def test_an_edition_is_asked_for_by_its_code() -> None:
    assert edition_named("2024-fr-web") is CURRENT
    assert set(EDITIONS) == {"2024-fr-web"}
    with pytest.raises(ValueError, match=r"No edition '1999'\. Editions: 2024-fr-web"):
        edition_named("1999")


def test_an_edition_cannot_be_changed_only_replaced() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        CURRENT.plan.gap_months = 5  # type: ignore[misc]
    assert hash(CURRENT) == hash(dataclasses.replace(CURRENT))


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("POLICY_AREAS", 25),
        ("SECTORS", 19),
        ("OGP_VALUES", 4),
        ("SECURED", 3),
        ("MILESTONE_STATUSES", 5),
        ("NGS_TYPES", 9),
        ("MONITORING_BODY_TYPES", 5),
        ("SPACE_KINDS", 8),
        ("RESOURCE_KINDS", 4),
        ("DEVELOPMENT_GOALS", 17),
        ("EVIDENCE_GROUPS", 4),
        ("EVIDENCE_TYPES", 25 + 4),
    ],
)
def test_the_lists_are_as_long_as_in_the_handbook(name: str, count: int) -> None:
    assert len(VOCABULARIES[name]) == count


@pytest.mark.parametrize("name", sorted(VOCABULARIES))
def test_slugs_are_unique_and_plain(name: str) -> None:
    vocabulary = VOCABULARIES[name]
    assert len(set(vocabulary.slugs)) == len(vocabulary)
    assert rule_named(vocabulary.rule)
    forms = {
        "EVIDENCE": r"EV-[1-4](\.[0-9]+|-other)?",
        "STATUS": "(STAT|LOS)-[0-9]{2}|[a-z]+(-[a-z]+)*",
        "DEVELOPMENT": "[0-9]+",
    }
    form = forms.get(name.partition("_")[0], "[a-z]+(-[a-z]+)*")
    assert all(re.fullmatch(form, slug) for slug in vocabulary.slugs)
    assert vocabulary.choices == [(choice.slug, choice.label) for choice in vocabulary]


def test_v_policy_keeps_elections_and_political_finance_as_one() -> None:
    labels = [choice.label for choice in lists.POLICY_AREAS]
    assert "Elections & Political Finance" in labels
    assert labels == [*sorted(labels[:-1]), "Other/NA"]


def test_v_evidence_has_an_other_in_each_group_and_the_minutes_at_3_3() -> None:
    assert {f"EV-{group}-other" for group in range(1, 5)} <= set(lists.EVIDENCE_TYPES.slugs)
    assert "minutes" in lists.EVIDENCE_TYPES.label_of("EV-3.3")
    assert [len(types) for _, types in lists.EVIDENCE_TYPES.grouped_choices] == [4, 4, 9, 12]


def test_a_choice_that_is_not_there_is_refused_with_those_that_are() -> None:
    assert "yes" in lists.SECURED
    assert lists.SECURED.label_of("partially") == "Partially"
    with pytest.raises(ValueError, match=r"No choice 'unknown'\. Choices: yes, no, partially"):
        lists.SECURED.label_of("unknown")


def test_every_rule_has_kind_section_and_title() -> None:
    kinds = {"HARD", "DEADLINE", "WARN", "DATA", "ROLE", "STATUS", "PUBLISH"}
    for rule in RULES.values():
        assert rule.kind in kinds
        assert rule.section.startswith(("§", "Annex"))
        assert rule.title
    assert section_of("COAL-06") == "§3.4"
    assert section_of("A1-1.2") == "Annex 1 item 1.2"
    with pytest.raises(ValueError, match="No rule 'COAL-99'"):
        section_of("COAL-99")


def rule_ids_in(source: str) -> set[str]:
    form = r"(?:[A-Z]{2,}(?:-[A-Z]+)?|A1|A2)-\d[\d.]*"
    texts = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    return {text for text in texts if isinstance(text, str) and re.fullmatch(form, text)}


def rules_found_against_in(source: str) -> set[str]:
    """The rules in calls of ``error("RULE", …)`` and ``warning("RULE", …)``."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    makers = [
        call
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in ("error", "warning", "advice")
    ]
    firsts = [call.args[0] for call in makers]
    return {first.value for first in firsts if isinstance(first, ast.Constant)}  # type: ignore[misc]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_every_rule_named_in_the_handbook_is_in_the_table(path: Path) -> None:
    ids = {rule for rule in rule_ids_in(path.read_text()) if not rule.startswith("EV-")}
    assert ids <= set(RULES)


def test_every_finding_made_in_any_room_has_a_rule_of_the_table() -> None:
    found = {
        (rule, path.name)
        for path in PACKAGE.parent.rglob("*.py")
        for rule in rules_found_against_in(path.read_text())
    }
    assert {rule for rule, _ in found} >= {"COAL-06", "COCR-05"}
    assert [(rule, name) for rule, name in found if rule not in RULES] == []


def a_finding() -> Finding:
    return error(
        "COAL-06", city(), "Ends on %(end)s.", field="end", hint="End by %(limit)s.", end="B", limit="A"
    )


def test_a_finding_keeps_template_and_values_apart() -> None:
    finding = a_finding()
    assert finding.message == "Ends on B."
    assert finding.hint == "End by A."
    assert finding.section == "§3.4"
    assert finding.key == "mty"
    assert finding.as_dict() == {
        "rule": "COAL-06",
        "severity": "error",
        "subject": "member Mty",
        "field": "end",
        "message": "Ends on B.",
        "hint": "End by A.",
        "section": "§3.4",
        "overruled": "",
    }


def test_a_softened_error_is_a_warning_and_nothing_else_changes() -> None:
    soft = softened(a_finding())
    assert soft.severity is Severity.WARNING
    assert soft.message == a_finding().message
    assert soft.is_provisional
    assert not soft.may_be_overruled
    assert softened(soft) is soft


def test_findings_come_gravest_first_and_once() -> None:
    mild = warning("QUAL-02", city(), "Mild.", field="ogp_values")
    assert gravest_first([mild, a_finding(), mild]) == [a_finding(), mild]


def test_a_label_is_a_text_that_can_be_told_from_other_values() -> None:
    assert isinstance(lists.SECURED.label_of("yes"), Label)
    assert Label("Yes") == "Yes"
