"""Readings on joining OGP Local: application, letter of support and orientation."""

from ..words import _
from .types import Chapter, Explained, graded

JOINING = Chapter(
    _("Joining"),
    {
        "eligibility.min_remaining_term_months": Explained(
            _("How many months of the administration's term must remain when a jurisdiction applies?"),
            ("ELIG-05",),
        ),
        "eligibility.reference_date": Explained(
            _("From which day is the remaining term counted?"),
            ("ELIG-05",),
            {
                "letter": _("From the day on which the letter of support is sent"),
                "call_close": _("From the day on which the call for applications closes"),
                "admission": _("From the day on which the jurisdiction is admitted"),
            },
        ),
        "eligibility.track_record_months": Explained(
            _("How many months back may a reform or co-creation lie that counts as track record?"),
            ("ELIG-04",),
        ),
        "los.max_pages": Explained(_("How many pages may the letter of support have at most?"), ("LOS-02",)),
        "los.min_non_gov_signatories": Explained(
            _("How many non-governmental actors sign the letter of support at least?"), ("LOS-05",)
        ),
        "orientation.late": graded(
            _("How much does it weigh when orientation is not complete at the start of co-creation?"),
            "ORIENT-01",
        ),
    },
)
