"""How an editor meets the forms of Annex 1 and Annex 2: panels in the order of the forms."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from ogp_wagtail.pages.keyed import KeyedInlinePanel, RowsPanel


def plan_panels() -> list[Any]:
    """Annex 1, items 1 to 9, after the facts of the plan."""
    return [
        MultiFieldPanel(
            [
                FieldPanel("coalition"),
                FieldPanel("jurisdiction"),
                FieldPanel("code"),
                FieldPanel("period_basis"),
                FieldRowPanel([FieldPanel("period_start"), FieldPanel("period_end")]),
            ],
            heading=_("1 Plan"),
            classname="ogp-facts",
        ),
        RowsPanel("forewords", heading=_("2 Forewords"), label=_("Foreword")),
        FieldPanel("introduction_letter"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("vision_origin"), FieldPanel("previous_vision")]),
                FieldPanel("long_term_vision"),
                KeyedInlinePanel("goals", heading=_("Long-term goals"), label=_("Goal")),
                FieldPanel("achievements"),
                FieldPanel("challenges"),
                FieldPanel("medium_term_goals"),
                FieldPanel("contribution_to_vision"),
                FieldPanel("contribution_to_policy"),
            ],
            heading=_("4 Vision"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("institutions"),
                FieldPanel("institutional_arrangements"),
                RowsPanel(
                    "spaces",
                    heading=_("5.3 Spaces for dialogue"),
                    label=_("Space"),
                    panels=[
                        FieldPanel("name"),
                        FieldRowPanel([FieldPanel("kind"), FieldPanel("mode")]),
                        FieldPanel("description"),
                        FieldRowPanel(
                            [
                                FieldPanel("has_government"),
                                FieldPanel("has_ngs"),
                                FieldPanel("meets_regularly"),
                            ]
                        ),
                        FieldPanel("composition"),
                        FieldPanel("group_types"),
                        FieldPanel("jurisdiction"),
                        FieldRowPanel([FieldPanel("su_informed_on"), FieldPanel("founding_document")]),
                    ],
                ),
                FieldPanel("diversity_measures"),
                FieldRowPanel([FieldPanel("stated_group_types"), FieldPanel("stated_group_count")]),
                FieldPanel("stated_reason"),
                FieldPanel("collaboration"),
            ],
            heading=_("5 Working together"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("monitoring_body_description"),
                FieldPanel("progress_discussion"),
                FieldPanel("progress_checks"),
                FieldPanel("results_sharing"),
            ],
            heading=_("6 Monitoring"),
        ),
        RowsPanel(
            "strategy_documents",
            heading=_("8 Open-government strategy and other documents"),
            label=_("Document"),
            help_text=_("If available. Each is a file of this site's documents."),
            panels=[FieldPanel("title"), FieldPanel("document")],
        ),
        FieldPanel("consultation_url"),
    ]


def commitment_panels() -> list[Any]:
    """Annex 2, items 1 to 17."""
    month = [FieldPanel("start_month"), FieldPanel("end_month")]
    return [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("code"), FieldPanel("scope")]),
                FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
            ],
            heading=_("1–2 Commitment"),
            classname="ogp-facts",
        ),
        RowsPanel(
            "participations",
            heading=_("Who takes part"),
            label=_("Jurisdiction"),
            help_text=_(
                "Of a coalition: one row for a separate commitment; for a joint one a row for each member"
                " (COAL-10). The plan of a single jurisdiction needs none."
            ),
            panels=[FieldRowPanel([FieldPanel("jurisdiction"), FieldPanel("end")])],
            classname="ogp-facts",
        ),
        RowsPanel(
            "parties",
            heading=_("3–5 Lead agency, lead stakeholders and others"),
            label=_("Party"),
            panels=[
                FieldPanel("role"),
                FieldPanel("organisation"),
                FieldRowPanel([FieldPanel("jurisdiction"), FieldPanel("branch")]),
                FieldRowPanel([FieldPanel("contact_name"), FieldPanel("job_title"), FieldPanel("email")]),
                FieldPanel("part"),
            ],
        ),
        FieldPanel("problem"),
        FieldPanel("status_quo"),
        FieldRowPanel([FieldPanel("baseline_value"), FieldPanel("baseline_unit"), FieldPanel("baseline_on")]),
        FieldPanel("action"),
        FieldPanel("results"),
        FieldPanel("goals"),
        FieldPanel("contribution_to_goals"),
        FieldRowPanel([FieldPanel("policy_areas"), FieldPanel("sectors"), FieldPanel("ogp_values")]),
        RowsPanel(
            "resources",
            heading=_("14 Resources"),
            label=_("Resource"),
            panels=[
                FieldRowPanel([FieldPanel("kind"), FieldPanel("amount"), FieldPanel("currency")]),
                FieldRowPanel([FieldPanel("description"), FieldPanel("provider")]),
            ],
        ),
        FieldPanel("resources_secured"),
        MultiFieldPanel(
            [
                FieldPanel("additional_information"),
                FieldPanel("other_programmes"),
                FieldPanel("development_plans"),
                FieldPanel("development_goals"),
                FieldPanel("gender_analysis"),
            ],
            heading=_("16 Additional information"),
        ),
        KeyedInlinePanel(
            "milestones",
            heading=_("17 Milestones"),
            label=_("Milestone"),
            panels=[
                FieldPanel("deliverable"),
                FieldRowPanel([*month, FieldPanel("status")]),
                FieldRowPanel([FieldPanel("responsible"), FieldPanel("contact")]),
                FieldPanel("evidence_kind"),
            ],
        ),
        RowsPanel(
            "agreements",
            heading=_("Agreement of stakeholders"),
            label=_("Agreement"),
            help_text=_(
                "Only for a commitment added after the plan was filed: which stakeholders that took part in"
                " co-creation agree to it (COCR-09). The plan's endorsements stand for the first ones."
            ),
            panels=[
                FieldRowPanel([FieldPanel("organisation"), FieldPanel("agreed_on")]),
                FieldPanel("document"),
            ],
        ),
    ]


def meeting_panels() -> list[Any]:
    """What MEET-01 asks of a meeting record."""
    return [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("held_on"), FieldPanel("mode")]),
                FieldPanel("purposes"),
                FieldPanel("space"),
                FieldRowPanel(
                    [
                        FieldPanel("noticed_on"),
                        FieldPanel("documents_shared_on"),
                        FieldPanel("minutes_published_on"),
                    ]
                ),
                FieldPanel("jurisdictions"),
                FieldPanel("commitments"),
            ],
            heading=_("Meeting"),
            classname="ogp-facts",
        ),
        FieldPanel("agenda"),
        FieldPanel("minutes"),
        FieldPanel("decisions"),
        RowsPanel(
            "attendances",
            heading=_("Attendance by sector"),
            label=_("Organisation or group"),
            help_text=_(
                "Who came from where and how many, without names of people (MEET-05). Leave the organisation or"
                " group empty only where nobody knows it."
            ),
            panels=[
                FieldPanel("affiliation"),
                FieldRowPanel([FieldPanel("sector"), FieldPanel("group_type")]),
                FieldRowPanel([FieldPanel("headcount"), FieldPanel("under_represented")]),
            ],
        ),
    ]
