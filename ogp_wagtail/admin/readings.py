"""The readings of a plan: what the handbook leaves open, chosen in a form before the plan is filed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.admin.acts import ActView
from ogp_wagtail.handbook.editions import edition_named
from ogp_wagtail.handbook.readings import Reading, readings_of
from ogp_wagtail.in_words import cited
from ogp_wagtail.plans.models import Plan


class ReadingsForm(forms.Form):
    """One field for each thing left open; an empty one keeps the edition's own reading."""

    def __init__(self, *args: Any, thing: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, reading in readings_of(edition_named(thing.edition)).items():
            self.fields[key] = _field(reading)
            self.fields[key].initial = thing.readings.get(key, "")


def _field(reading: Reading) -> forms.Field:
    label = f"{reading.key} ({cited(reading.section)})"
    own = gettext("The edition's own: %(default)s") % {"default": reading.default}
    if reading.words:
        choices = [("", own), *((word, word) for word in reading.words)]
        return forms.ChoiceField(label=label, choices=choices, required=False)
    return forms.CharField(label=label, required=False, help_text=own, max_length=3)


class ReadingsView(ActView):
    """What the handbook leaves open, as this plan reads it; with the filing it is settled (PLAN-SUB-01)."""

    form = ReadingsForm
    title = _("Readings of the handbook: %(thing)s")
    intro = _(
        "The handbook leaves some questions open. Choose another reading only where you agreed it with the Support "
        "Unit. The plan keeps the edition and the readings under which it is filed."
    )
    button = _("Save the readings")
    success = _("The readings of %(thing)s were saved.")

    def find(self, which: Any) -> Plan:
        return self.plan

    def act(self, values: dict[str, Any], day: date) -> None:
        self.thing.readings = {key: text for key, text in values.items() if text != ""}
        self.thing.save()
