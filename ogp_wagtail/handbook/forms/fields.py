"""What a form field is, when it says something, and how a missing one is reported."""

from dataclasses import dataclass
from enum import StrEnum

from ..findings import Finding, Thing, error
from ..rules import rule_named
from ..words import Label, _


class Required(StrEnum):
    """When a field has to be filled at submission."""

    ALWAYS = "always"
    IF_ELECTED = "if-elected"
    CONDITIONAL = "conditional"
    OPTIONAL = "optional"


class Kind(StrEnum):
    """What a field holds. Only ``TEXT`` is translated."""

    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    ROWS = "rows"
    COMPUTED = "computed"
    CONTACT = "contact"
    FILE = "file"
    URL = "url"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of an annex, in the order of the form; ``field`` is its name in our facts and pages.

    ``name`` tells two fields of one item apart; elsewhere the item's title is enough.
    """

    item: str
    rule: str
    field: str
    required: Required = Required.ALWAYS
    kind: Kind = Kind.TEXT
    name: str = ""

    @property
    def label(self) -> Label:
        """The field's name among people."""
        return Label(self.name or rule_named(self.rule).title)


def missing(field: FormField, thing: Thing, *, rule: str = "") -> Finding:
    """Return the finding that a required field is empty, under the item's own rule or under ``rule``."""
    return error(
        rule or field.rule,
        thing,
        _("Item %(item)s is empty: %(label)s."),
        hint=_("Fill it in before the plan is filed."),
        field=field.field,
        item=field.item,
        label=field.label,
    )


# What people write to keep a place, in the languages of the members.
PLACEHOLDERS = frozenset(
    {
        "?",
        "tbc",
        "tbd",
        "to be appointed",
        "to be confirmed",
        "to be defined",
        "to be determined",
        "por confirmar",
        "por definir",
        "a confirmar",
        "a definir",
        "à confirmer",
        "à définir",
    }
)


def filled(text: str) -> bool:
    """Say whether a text says something: "to be defined" does not (A1-6.1, MB-01)."""
    words = " ".join(text.split()).strip(" .…-()[]").casefold()
    return bool(words) and words not in PLACEHOLDERS
