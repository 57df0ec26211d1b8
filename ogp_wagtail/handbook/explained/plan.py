"""Readings on the plan, its commitments and their amendments, and on the parts of a coalition's members."""

from ..words import _
from .types import Chapter, Explained, graded

PERIOD = {
    "plan.end_buffer_months": Explained(
        _("How many months before the end of the term does the plan end at the latest?"),
        ("PLAN-PERIOD-02", "COAL-05", "COAL-06"),
    ),
    "plan.early_end_warn_months": Explained(
        _("A plan that ends how many months before its last possible day is warned of as early?"),
        ("PLAN-PERIOD-03",),
    ),
    "plan.non_elected_min_months": Explained(
        _(
            "How many months does a plan last at least whose jurisdiction, without elections, chose its period?"
        ),
        ("PLAN-PERIOD-06",),
    ),
    "plan.non_elected_max_months": Explained(
        _(
            "How many months does a plan last at most whose jurisdiction, without elections, chose its period?"
        ),
        ("PLAN-PERIOD-06",),
    ),
    "plan.later_start_default": Explained(
        _("When does a later plan start that does not say so itself?"),
        ("PLAN-PERIOD-01",),
        {
            "submission": _("On the day on which it is submitted"),
            "day_after_previous": _("On the day after the last day of the plan before it"),
        },
    ),
    "plan.gap_months": Explained(
        _("Within how many months after the end of a plan is the next one submitted?"),
        ("GAP-01", "COAL-18", "STAT-03"),
    ),
}
COMMITMENTS = {
    "plan.min_commitments": Explained(
        _("How many commitments does a plan have at least when it is submitted?"), ("PLAN-COUNT-05",)
    ),
    "slot.release": Explained(
        _("When does a commitment free its place for a new one?"),
        ("PLAN-COUNT-03", "PLAN-COUNT-04"),
        {
            "implemented_and_assessed": _(
                "When it is fully implemented and the monitoring body has assessed it"
            ),
            "implemented": _("As soon as it is fully implemented"),
        },
    ),
    "slot.basis": Explained(
        _("Which commitments are counted among those of the plan at any one time?"),
        ("PLAN-COUNT-01", "COAL-07"),
        {
            "inclusion": _("All that are in the plan, whenever they start"),
            "schedule": _("Those between whose first and last day the counted day lies"),
        },
    ),
    "commitment.min_months": Explained(
        _("How many months does a commitment last at least?"), ("COM-DUR-01", "PLAN-COUNT-06")
    ),
    "commitment.duration_count": Explained(
        _("How is the shortest duration of a commitment counted?"),
        ("COM-DUR-01", "PLAN-COUNT-06"),
        {
            "inclusive": _("First and last day both count: 1 March to 28 February is a year"),
            "anniversary": _("To the same day of the month: 1 March to 1 March is a year"),
            "calendar_year": _("In whole calendar years, from 1 January to 31 December"),
        },
    ),
    "commitment.max_policy_areas": Explained(
        _("How many policy areas may a commitment name at most?"), ("A2-11",)
    ),
    "commitment.max_sectors": Explained(_("How many sectors may a commitment name at most?"), ("A2-12",)),
    "commitment.tech_only_value": graded(
        _("How much does it weigh when technology and innovation is the only OGP value of a commitment?"),
        "A2-13",
        grades=("warn", "error", "off"),
    ),
    "commitment.later_ngs_agreement": graded(
        _("How much does it weigh when no non-governmental stakeholder agreed to a commitment added later?"),
        "COCR-09",
    ),
}
AMENDMENTS = {
    "ngs.min_amendment_approvers": Explained(
        _("How many non-governmental stakeholders agree to an amendment at least?"), ("AMEND-01",)
    ),
    "amend.window_months": Explained(
        _("For how many months after its submission can a commitment be amended?"), ("AMEND-04",)
    ),
    "amend.after_window": Explained(
        _("What becomes of an amendment after that time, without an agreement of the Support Unit?"),
        ("AMEND-04",),
        {"block": _("It is refused"), "warn": _("It is warned of and can be made")},
    ),
    "amend.typo_letters": Explained(
        _("How many letters of a word may differ for a change to be a slip of the pen?"), ("AMEND-07",)
    ),
}
COALITION = {
    "coalition.commitment_deadline_mode": Explained(
        _("By when do the commitments of a member of a coalition end?"),
        ("COAL-06",),
        {
            "at_least_2m_before": _(
                "By the day that a plan of its own would end: before the end of its term"
            ),
            "by_term_end": _("By the last day of its term"),
        },
    ),
    "coalition.joint_commitment_mode": Explained(
        _("By when do the members' parts in a joint commitment end?"),
        ("COAL-06", "COAL-10"),
        {
            "each_member_own_deadline": _("Each member's part by the limit of that member"),
            "plan_end": _("Every part by the end of the joint plan"),
        },
    ),
}
PLAN = Chapter(_("Plan and commitments"), {**PERIOD, **COMMITMENTS, **AMENDMENTS, **COALITION})
