"""Chapter 7: co-creation, recommended practices and records of meetings."""

from ..words import _
from .types import rules

COCREATION = rules(
    (
        ("COCR-01", "HARD", "§3.3.1", _("There is a space for participation"), ""),
        ("COCR-02", "HARD", "§3.3.1", _("At least one meeting during co-creation"), ""),
        ("COCR-03", "DEADLINE", "§3.3.1", _("Two meetings a year on implementation"), ""),
        ("COCR-04", "HARD", "§3.3.1", _("The space includes government and non-government"), ""),
        (
            "COCR-05",
            "HARD",
            "§3.3.1, Annex 1 item 7",
            _("Non-governmental stakeholders endorse the final plan"),
            "",
        ),
        (
            "COCR-06",
            "STATUS",
            "§3.3.1",
            _("The Support Unit evaluates the four requirements"),
            "monitoring.requirements.evaluated_by_the_support_unit",
        ),
        ("COCR-07", "DATA", "§3.3.1", _("What kind of space it is"), ""),
        ("COCR-08", "DATA", "§3.3.1 (derived)", _("From when to when co-creation lasts"), ""),
        (
            "COCR-09",
            "DATA",
            "§3.3.1 (derived)",
            _("Stakeholders agree to a commitment added later"),
            "inclusion.stakeholders_agree",
        ),
        ("REC-01", "WARN", "§3.3.2", _("The process has a public website"), ""),
        ("REC-02", "WARN", "§3.3.2", _("Documents are shared before each meeting"), ""),
        ("REC-03", "WARN", "§3.3.2", _("Stakeholders are made aware of the process"), ""),
        ("REC-04", "WARN", "§3.3.2", _("Everybody interested can give input and follow decisions"), ""),
        ("REC-05", "WARN", "§3.3.2", _("Questions about the process are answered"), ""),
        ("REC-06", "WARN", "§3.3.2", _("The process is documented in public"), ""),
        ("REC-07", "WARN", "§3.3.2", _("Each contribution gets an outcome and a reason"), ""),
        ("REC-08", "WARN", "§3.3.2", _("The dialogue takes more than one round"), ""),
        ("MEET-01", "DATA", "§3.3.1, Annex 5", _("What a meeting record holds"), ""),
        ("MEET-02", "STATUS", "§3.3.1 (derived)", _("What counts as a co-creation meeting"), ""),
        ("MEET-03", "STATUS", "§3.3.1 (derived)", _("What counts as an implementation meeting"), ""),
        ("MEET-04", "WARN", "Annex 5, §3.5", _("A meeting without evidence does not count"), ""),
        ("MEET-05", "DATA", "Annex 5", _("Participants may be listed by affiliation alone"), ""),
        ("MEET-06", "PUBLISH", "§2.1, §3.3.2, Annex 4", _("Notice before a meeting, minutes after it"), ""),
        (
            "MEET-07",
            "DATA",
            "Annex 1 items 5.5 to 5.7 (derived)",
            _("What the form counts from meetings"),
            "",
        ),
        ("V-SPACE", "DATA", "§3.3.1", _("Kinds of spaces"), ""),
    )
)
