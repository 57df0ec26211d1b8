"""Readings on co-creation, on meetings while the plan is carried out, and on the website."""

from ..words import _
from .types import Chapter, Explained, graded

MEETINGS = {
    "cocreation.min_meetings": Explained(
        _("How many meetings does co-creation take at least?"), ("COCR-02",)
    ),
    "ngs.min_endorsers": Explained(
        _("How many non-governmental stakeholders endorse the plan at least?"), ("COCR-05", "A1-7")
    ),
    "implementation.meetings_per_year": Explained(
        _("How many meetings on the implementation does each year take?"), ("COCR-03",)
    ),
    "implementation.year_basis": Explained(
        _("Which years are meant?"),
        ("COCR-03",),
        {
            "plan_year": _("Years of the plan, counted from its submission"),
            "calendar_year": _("Calendar years"),
        },
    ),
    "implementation.partial_year_meetings": Explained(
        _("How many meetings does a last year take that is not whole?"), ("COCR-03",)
    ),
    "implementation.partial_year_min_months": Explained(
        _("How many months must such a year have for meetings to be due in it?"), ("COCR-03",)
    ),
}
PRACTICES = {
    "practice.answer_days": Explained(
        _("After how many days is a question without an answer warned of?"), ("REC-05",)
    ),
    "practice.min_rounds": Explained(
        _("How many rounds does the dialogue take at least, as is recommended?"), ("REC-08",)
    ),
    "practice.min_group_types": Explained(
        _("How many kinds of groups are in the spaces for dialogue at least, as is recommended?"), ("MSF-04",)
    ),
}
WEBSITE = {
    "web.cocreation_update_basis": Explained(
        _("In which span of time is there to be news on co-creation?"),
        ("WEB-10",),
        {"calendar_month": _("In each calendar month")},
    ),
    "web.monthly_scope": Explained(
        _("Of what is there to be news in each month?"),
        ("WEB-10",),
        {"co-creation": _("Of co-creation only"), "all": _("Of co-creation and of the implementation")},
    ),
    "web.missing_item": graded(
        _("How much does it weigh when the website lacks something of the list of Annex 4?"),
        *("WEB-01", "WEB-02", "WEB-03", "WEB-04", "WEB-05", "WEB-06", "WEB-07"),
        grades=("warn", "off"),
    ),
    "web.fresh_months": Explained(
        _("After how many months without anything new are website and repository warned of?"), ("WEB-09",)
    ),
}
PROCESS = Chapter(_("Co-creation and openness"), {**MEETINGS, **PRACTICES, **WEBSITE})
