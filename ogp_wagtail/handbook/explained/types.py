"""What is said of one reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..words import _

GRADES: Mapping[str, str] = {
    "warn": _("It is warned of; the plan can go on"),
    "error": _("It is an error and has to be put right"),
    "off": _("Nothing is said"),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """The question that a reading answers, the ids of the rules it decides, and each word allowed as a sentence.

    ``choices`` is empty where the answer is a number; the question then names its unit.
    """

    question: str
    rules: tuple[str, ...]
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chapter:
    """Readings that belong together, by dotted key, under a title."""

    title: str
    readings: Mapping[str, Explained]


def graded(question: str, *rules: str, grades: tuple[str, ...] = ("warn", "error")) -> Explained:
    """A reading that says how much something weighs."""
    return Explained(question, rules, {grade: GRADES[grade] for grade in grades})
