"""Chapters 12 and 13: forum, website, repository and evidence."""

from ..words import _
from .types import rules

OPENNESS = rules(
    (
        (
            "MSF-01",
            "WARN",
            "Annex 3",
            _("A multi-stakeholder forum is recommended where there is no space"),
            "",
        ),
        ("MSF-02", "HARD", "Annex 3", _("A forum has both sides and meets regularly"), ""),
        ("MSF-03", "HARD", "Annex 3", _("The Support Unit is told which space was chosen"), ""),
        ("MSF-04", "WARN", "Annex 3", _("A space is diverse"), ""),
        ("WEB-01", "WARN", "Annex 4, §3.3.2", _("The website is visible, accessible and searchable"), ""),
        ("WEB-02", "PUBLISH", "Annex 4", _("Who leads and whom to ask"), ""),
        ("WEB-03", "PUBLISH", "Annex 4", _("How the plan is co-created and decided"), ""),
        ("WEB-04", "PUBLISH", "Annex 4", _("Notice in time, on the site and elsewhere"), ""),
        ("WEB-05", "PUBLISH", "Annex 4", _("News on the making of the plan"), ""),
        ("WEB-06", "PUBLISH", "Annex 4", _("News on the implementation"), ""),
        ("WEB-07", "PUBLISH", "Annex 4", _("The public can comment on updates"), ""),
        ("WEB-08", "WARN", "Annex 4", _("A communication strategy"), ""),
        ("WEB-09", "WARN", "Annex 4", _("Site and repository are kept up to date"), ""),
        ("WEB-10", "DEADLINE", "Annex 4", _("Monthly news on co-creation (recommended)"), ""),
        ("REPO-01", "DATA", "Annex 4", _("A public repository is optional"), ""),
        ("REPO-02", "DATA", "Annex 4", _("A folder for each commitment and one for the process"), ""),
        ("REPO-03", "DATA", "Annex 4", _("A table of commitments and their evidence"), ""),
        ("REPO-04", "DATA", "Annex 4", _("The repository shows when it was last updated"), ""),
        ("REPO-05", "PUBLISH", "Annex 4, §2.1", _("Only what privacy requires is hidden"), ""),
        ("EV-01", "DATA", "Annex 5", _("What evidence is"), ""),
        ("EV-02", "HARD", "Annex 5", _("A mere claim is no evidence"), ""),
        ("EV-03", "HARD", "§3.5, Annex 5", _("Every claim has a primary source"), ""),
        ("EV-04", "DATA", "Annex 5 (derived)", _("What is recorded of each piece of evidence"), ""),
        ("EV-05", "DATA", "Annex 5", _("Affiliations suffice where names are private"), ""),
        ("EV-06", "DATA", "Annex 5", _("Types of evidence"), ""),
        ("EV-07", "WARN", "§2.1, Annex 5 (derived)", _("Broken links and undated files weaken evidence"), ""),
    )
)
