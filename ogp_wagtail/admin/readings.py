"""The readings of a plan: what the handbook leaves open, chosen in a form before the plan is filed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.admin.acts import ActView
from ogp_wagtail.handbook.editions import edition_named
from ogp_wagtail.handbook.explained import CHAPTERS, EXPLAINED, Explained
from ogp_wagtail.handbook.readings import Reading, readings_of
from ogp_wagtail.in_words import cited
from ogp_wagtail.plans.models import Plan

MORE_THAN_ALLOWED: Final = 20


class ReadingsForm(forms.Form):
    """One question for each thing left open; without an answer the edition's own reading holds."""

    def __init__(self, *args: Any, thing: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, reading in readings_of(edition_named(thing.edition)).items():
            if len(reading.words) != 1:  # with one word allowed there is nothing to choose
                self.fields[key] = _field(reading, EXPLAINED[key])
                chosen = thing.readings.get(key, "")
                self.fields[key].initial = "" if chosen == reading.default else chosen

    def groups(self) -> Iterator[tuple[str, list[BoundField]]]:
        """The title of each chapter with its questions."""
        for chapter in CHAPTERS:
            yield gettext(chapter.title), [self[key] for key in chapter.readings if key in self.fields]


def _field(reading: Reading, explained: Explained) -> forms.Field:
    label = gettext(explained.question)
    return _choice(reading, explained, label) if reading.words else _number(reading, explained, label)


def _choice(reading: Reading, explained: Explained, label: str) -> forms.Field:
    own = gettext("%(choice)s (the handbook's own reading)")
    meanings = {word: gettext(explained.choices[word]) for word in reading.words}
    choices = [("", own % {"choice": meanings.pop(reading.default)}), *meanings.items()]
    place = _place(reading, explained)
    return forms.ChoiceField(
        label=label, choices=choices, required=False, help_text=place, widget=forms.RadioSelect
    )


def _number(reading: Reading, explained: Explained, label: str) -> forms.Field:
    def allowed(text: str) -> None:
        if not reading.allows(text):
            said = gettext("Give a whole number of at most three digits, not below %(least)s.")
            raise ValidationError(said % {"least": reading.least})

    help_text = gettext("Left empty, the handbook's own reading holds: %(own)s. %(place)s")
    return forms.CharField(
        label=label,
        required=False,
        help_text=help_text % {"own": reading.default, "place": _place(reading, explained)},
        max_length=MORE_THAN_ALLOWED,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        validators=[allowed],
    )


def _place(reading: Reading, explained: Explained) -> str:
    """Which rules it decides, and where they stand."""
    values = {"rules": ", ".join(explained.rules), "section": cited(reading.section)}
    return gettext("It decides: %(rules)s (%(section)s).") % values


class ReadingsView(ActView):
    """What the handbook leaves open, as this plan reads it; with the filing it is settled (PLAN-SUB-01)."""

    form = ReadingsForm
    template = "ogp_wagtail/admin/readings.html"
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
