"""The kinds of evidence of Annex 5: four groups, 25 types and an "other" for each group.

Their slugs are the codes of the annex, since that is how people cite them.
"""

from ..words import _
from .types import Choice, Vocabulary

EVIDENCE_GROUPS = Vocabulary(
    "EV-06",
    (
        Choice("EV-1", _("Plans for public consultation on developing the plan")),
        Choice("EV-2", _("Multi-stakeholder participation space")),
        Choice("EV-3", _("Public consultations and multi-stakeholder forums")),
        Choice("EV-4", _("Implementation of commitments")),
    ),
)

_LABELS = {
    "EV-1": (
        _("Timelines and schedules"),
        _("Public invitations"),
        _("Invitations between ministries or departments"),
    ),
    "EV-2": (
        _("Terms of reference or founding documents of the space"),
        _("Minutes or decision notes setting up working groups"),
        _("Composition of the group: organisations and individuals included"),
    ),
    "EV-3": (
        _("Advertisement or notice of public consultation"),
        _("Invitations sent"),
        _("Agendas and minutes of forum meetings"),
        _("List of participants"),
        _("Written proposals by civil society or the public"),
        _("Documents, reports and plans on which commitments and objectives rest"),
        _("Consultation results: proposals, minutes, photos, memos"),
        _("Feedback on how contributions were taken into account"),
    ),
    "EV-4": (
        _("Draft laws and state of the legislative process"),
        _("Decision records, new regulations or administrative orders"),
        _("Proof of commissioned research, procurement or consultancy; calls for proposals"),
        _("Technical documents on databases and information technology"),
        _("Strategy documents, concept papers and work plans"),
        _("Monitoring and evaluation material"),
        _("Budget decisions; allocations of money and staff"),
        _("External or third-party analysis"),
        _("Audit reports"),
        _("Photos, videos and multimedia of progress or events"),
        _("User statistics"),
    ),
}


def _types() -> tuple[Choice, ...]:
    return tuple(choice for group in EVIDENCE_GROUPS for choice in _types_of(group))


def _types_of(group: Choice) -> list[Choice]:
    listed = [
        Choice(f"{group.slug}.{number}", label, group=group.label)
        for number, label in enumerate(_LABELS[group.slug], start=1)
    ]
    return [*listed, Choice(f"{group.slug}-other", _("Other"), group=group.label)]


EVIDENCE_TYPES = Vocabulary("EV-06", _types())
