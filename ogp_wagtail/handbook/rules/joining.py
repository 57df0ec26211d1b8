"""Chapter 1: who may apply, and the letter of support."""

from ..words import _
from .types import rules

JOINING = rules(
    (
        (
            "ELIG-01",
            "HARD",
            "§1",
            _("The applicant is a jurisdiction of a country in good standing"),
            "eligibility.country_is_in_good_standing",
        ),
        (
            "ELIG-02",
            "DATA",
            "§1",
            _("Neither population nor number of members keeps anybody out"),
            "eligibility.population_is_stated",
        ),
        (
            "ELIG-03",
            "HARD",
            "§1.1",
            _("Government and civil society both undertake to lead"),
            "eligibility.both_sides_lead",
        ),
        (
            "ELIG-04",
            "HARD",
            "§1.1",
            _("There is a reform or co-creation of the last three years"),
            "eligibility.track_record_is_recent",
        ),
        (
            "ELIG-05",
            "HARD",
            "§1.1",
            _("Enough of the term remains when a jurisdiction applies"),
            "eligibility.enough_of_the_term_remains",
        ),
        ("ELIG-06", "HARD", "§1.1", _("The application shows ambition"), "eligibility.ambition_is_shown"),
        (
            "ELIG-07",
            "HARD",
            "§1.1",
            _("Staff and counterparts in civil society are named"),
            "eligibility.capacity_is_named",
        ),
        (
            "ELIG-08",
            "HARD",
            "§1.1",
            _("Mechanisms for co-creation and for monitoring are described"),
            "eligibility.mechanisms_are_described",
        ),
        (
            "ELIG-09",
            "HARD",
            "§1.1",
            _("The benefit of joining is described"),
            "eligibility.benefit_is_described",
        ),
        (
            "ELIG-10",
            "HARD",
            "§1.1",
            _("The applicant is willing to learn with its peers"),
            "eligibility.peer_learning_is_declared",
        ),
        (
            "ELIG-11",
            "ROLE",
            "§1.2",
            _("Applications are accepted only during a call"),
            "eligibility.call_is_open",
        ),
        ("LOS-01", "HARD", "§1.2", _("An application is one letter of support"), "letter.one_letter"),
        ("LOS-02", "HARD", "§1.2", _("The letter has at most three pages"), "letter.letter_is_short"),
        (
            "LOS-03",
            "HARD",
            "§1.2",
            _("The letter is on letterhead and in English"),
            "letter.letter_is_official",
        ),
        (
            "LOS-04",
            "HARD",
            "§1.2",
            _("The head of government or a delegate signs the letter"),
            "letter.government_signs",
        ),
        (
            "LOS-05",
            "HARD",
            "§1.2",
            _("A non-governmental actor with legal personality signs too"),
            "letter.civil_society_signs",
        ),
        (
            "LOS-06",
            "HARD",
            "§1.2",
            _("The letter covers all eight contents"),
            "letter.letter_covers_all_contents",
        ),
        (
            "LOS-07",
            "DATA",
            "§2.1",
            _("Lead agency, senior official and point of contact are named"),
            "letter.designations_are_named",
        ),
        (
            "LOS-08",
            "ROLE",
            "§1.2",
            _("The Support Unit decides on applications"),
            "applications.support_unit_decides",
        ),
        (
            "LOS-09",
            "DATA",
            "§1.2",
            _("Balance of the cohort is no question of eligibility"),
            "applications.balance_is_no_criterion",
        ),
        (
            "LOS-10",
            "STATUS",
            "§1.2",
            _("Who is not selected is invited to stay in touch"),
            "applications.unsuccessful_stay_in_touch",
        ),
        ("LOS-11", "DATA", "§3.2", _("A new letter between two plans is optional"), "letter.letter_in_force"),
    )
)
