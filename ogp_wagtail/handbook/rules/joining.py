"""Chapter 1: who may apply, and the letter of support."""

from ..words import _
from .types import rules

JOINING = rules(
    (
        ("ELIG-01", "HARD", "§1", _("The applicant is a jurisdiction of a country in good standing"), ""),
        ("ELIG-02", "DATA", "§1", _("Neither population nor number of members keeps anybody out"), ""),
        ("ELIG-03", "HARD", "§1.1", _("Government and civil society both undertake to lead"), ""),
        ("ELIG-04", "HARD", "§1.1", _("There is a reform or co-creation of the last three years"), ""),
        ("ELIG-05", "HARD", "§1.1", _("Enough of the term remains when a jurisdiction applies"), ""),
        ("ELIG-06", "HARD", "§1.1", _("The application shows ambition"), ""),
        ("ELIG-07", "HARD", "§1.1", _("Staff and counterparts in civil society are named"), ""),
        ("ELIG-08", "HARD", "§1.1", _("Mechanisms for co-creation and for monitoring are described"), ""),
        ("ELIG-09", "HARD", "§1.1", _("The benefit of joining is described"), ""),
        ("ELIG-10", "HARD", "§1.1", _("The applicant is willing to learn with its peers"), ""),
        ("ELIG-11", "ROLE", "§1.2", _("Applications are accepted only during a call"), ""),
        ("LOS-01", "HARD", "§1.2", _("An application is one letter of support"), ""),
        ("LOS-02", "HARD", "§1.2", _("The letter has at most three pages"), ""),
        ("LOS-03", "HARD", "§1.2", _("The letter is on letterhead and in English"), ""),
        ("LOS-04", "HARD", "§1.2", _("The head of government or a delegate signs the letter"), ""),
        ("LOS-05", "HARD", "§1.2", _("A non-governmental actor with legal personality signs too"), ""),
        ("LOS-06", "HARD", "§1.2", _("The letter covers all eight contents"), ""),
        ("LOS-07", "DATA", "§2.1", _("Lead agency, senior official and point of contact are named"), ""),
        ("LOS-08", "ROLE", "§1.2", _("The Support Unit decides on applications"), ""),
        ("LOS-09", "DATA", "§1.2", _("Balance of the cohort is no question of eligibility"), ""),
        ("LOS-10", "STATUS", "§1.2", _("Who is not selected is invited to stay in touch"), ""),
        ("LOS-11", "DATA", "§3.2", _("A new letter between two plans is optional"), ""),
    )
)
