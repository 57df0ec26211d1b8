"""Applications for tests: one with nothing missing, in a call that is open."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from ogp_wagtail.members.models import Application, Call, Jurisdiction, Signatory, TrackRecord
from tests import factories

OPENS, FILED, CLOSES = date(2026, 6, 1), date(2026, 7, 1), date(2026, 9, 30)
PLACES = (
    "values",
    "benefit",
    "ambition",
    "capacity",
    "experience",
    "good_practice",
    "peer_learning",
    "spreading",
)


def call(**kw: Any) -> Call:
    return Call.objects.create(**{"name": "Call of 2026", "opens": OPENS, "closes": CLOSES} | kw)


def applicant(**kw: Any) -> Jurisdiction:
    designated = {
        "lead_agency": factories.organisation("City hall", "government"),
        "senior_official": factories.person("Eva Soto"),
        "point_of_contact": factories.person("Ana Ruiz"),
        "population": 900,
    }
    return factories.jurisdiction("Toluca", **designated | kw)


def letter() -> Any:
    return get_document_model().objects.create(title="Letter", file=ContentFile(b"%PDF-", name="letter.pdf"))


def application(jurisdiction: Jurisdiction | None = None, **kw: Any) -> Application:
    texts = ("ambition", "staff", "counterparts", "cocreation_mechanisms", "monitoring_mechanisms", "benefit")
    values = {
        "jurisdiction": jurisdiction or applicant(),
        "pages": 3,
        "letterhead": True,
        "peer_learning": True,
        **dict.fromkeys(texts, "In words"),
        **{f"in_letter_{place}": "page 1, paragraph 2" for place in PLACES},
    } | kw
    if "call" not in values:
        values["call"] = call()
    values.setdefault("letter", letter())
    made = Application(**values)
    made.signatories = [
        Signatory(name="Mayor", capacity="head"),
        Signatory(name="Water users", capacity="ngs", legal_personality=True),
    ]
    made.track_record = [TrackRecord(title="Participatory budget")]
    made.save()
    return Application.objects.get(pk=made.pk)
