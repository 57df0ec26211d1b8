"""What people judged: answers to review questions, and warnings overruled with a reason."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """A person's answer to a review question: yes, partly or no. ``about`` is the key of what was judged.

    ``judged`` is the fingerprint of the text as it was then (``judged_text``); empty where it is not known.
    """

    question: str
    about: str
    answer: str
    by: str
    on: date
    note: str = ""
    judged: str = ""


@dataclass(frozen=True, slots=True)
class OverruleFacts:
    """A warning that somebody overruled, with the reason: the rule, the key of its subject and its field."""

    rule: str
    about: str
    reason: str
    by: str
    on: date
    field: str = ""
