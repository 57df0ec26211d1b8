"""What a change changes: what needs an amendment, what is a correction, what an amendment covers (AMEND-02, 07)."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from ..editions import Edition
from ..facts import AmendmentFacts, CommitmentFacts
from ..findings import Finding, error
from ..vocabularies import AMENDABLE_FIELDS, REMOVAL
from ..words import Label, _

FIELDS = tuple(slug.replace("-", "_") for slug in AMENDABLE_FIELDS.slugs)
TIMELINE = frozenset({"start", "end", "participations"})
MILESTONES = frozenset({"milestones"})

# What each kind of amendment covers without naming it.
COVERED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "timeline": TIMELINE,
        "milestones": MILESTONES,
        "content": frozenset(FIELDS) - TIMELINE - MILESTONES,
        REMOVAL: frozenset(),
    }
)

Values = Mapping[str, object]
Reader = Callable[[CommitmentFacts, frozenset[str]], Values]


def changes_that_need_one(old: CommitmentFacts, new: CommitmentFacts, edition: Edition) -> tuple[str, ...]:
    """Return the fields whose change is an amendment (AMEND-07, §3.2.1.3).

    Contact persons, the status of milestones, additional information and slips of the pen change without one.
    """
    exempt = frozenset(edition.amend.exempt_fields)
    if "additional_information" in exempt:  # item 16 as a whole
        exempt |= {"development_goals"}
    letters = edition.amend.typo_letters if "typo_fixes" in exempt else None
    return _differing(old, new, exempt, letters)


def corrections(old: CommitmentFacts, new: CommitmentFacts, edition: Edition) -> tuple[str, ...]:
    """Return the fields that change without an amendment and are only logged (AMEND-07, §3.2.1.3)."""
    amended = changes_that_need_one(old, new, edition)
    return tuple(field for field in _differing(old, new, frozenset(), None) if field not in amended)


def covers(
    amendment: AmendmentFacts, old: CommitmentFacts, new: CommitmentFacts | None, edition: Edition
) -> Iterator[Finding]:
    """AMEND-02, §3.2.1.3: an amendment changes something, and nothing but what it says it changes."""
    if amendment.kind == REMOVAL:
        return
    changed = changes_that_need_one(old, new, edition) if new else ()
    covered = COVERED.get(amendment.kind, frozenset()) | amendment.fields
    if not changed:
        yield error(
            "AMEND-02",
            amendment,
            _("Nothing is changed in %(code)s that needs an amendment."),
            hint=_("Change the page of the commitment first, and save it as a draft."),
            field="commitment",
            code=old.code,
        )
    for field in changed:
        if field not in covered:
            yield error(
                "AMEND-02",
                amendment,
                _("The page of %(code)s also changes “%(what)s”, of which the amendment says nothing."),
                hint=_(
                    "Tick it in the amendment, if it was consulted on and approved too, or undo the change."
                ),
                field="fields",
                code=old.code,
                what=label_of(field),
            )


def label_of(field: str) -> Label:
    """The name of a field as the form of Annex 2 gives it."""
    return AMENDABLE_FIELDS.label_of(field.replace("_", "-"))


def is_typo_fix(old: str, new: str, letters: int) -> bool:
    """Say whether two texts differ by slips of the pen alone (AMEND-07, §3.2.1.3).

    Spacing, punctuation and capitals never matter. A word may have its letters in another order or, from four
    letters on, differ by ``letters`` of them; a number may not differ at all.
    """
    before, after = _words(old), _words(new)
    if "".join(before) == "".join(after):
        return True
    pairs = zip(before, after, strict=False)
    return len(before) == len(after) and all(_is_same_word(one, other, letters) for one, other in pairs)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _is_same_word(one: str, other: str, letters: int) -> bool:
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()):
        return False
    is_shuffled = len(one) > 2 and sorted(one) == sorted(other)
    return is_shuffled or (min(len(one), len(other)) > 3 and _distance(one, other) <= letters)


def _distance(one: str, other: str) -> int:
    """How many letters to add, drop or change (Levenshtein)."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        before, row[0] = row[0], number
        for index, rival in enumerate(other, start=1):
            before, row[index] = (
                row[index],
                min(row[index] + 1, row[index - 1] + 1, before + (letter != rival)),
            )
    return row[-1]


def _differing(
    old: CommitmentFacts, new: CommitmentFacts, exempt: frozenset[str], letters: int | None
) -> tuple[str, ...]:
    fields = (field for field in FIELDS if field not in exempt)
    return tuple(field for field in fields if not _is_same(field, old, new, exempt, letters))


def _is_same(
    field: str, old: CommitmentFacts, new: CommitmentFacts, exempt: frozenset[str], letters: int | None
) -> bool:
    """Compare one field; a text that either side does not know is not compared."""
    read = _READERS.get(field, _text_of(field))
    before, after = read(old, exempt), read(new, exempt)
    if field not in _READERS and not (before and after):
        return True
    if before.keys() != after.keys():
        return False
    return all(_is_same_value(before[part], after[part], letters) for part in before)


def _is_same_value(before: object, after: object, letters: int | None) -> bool:
    if before == after:
        return True
    are_texts = isinstance(before, str) and isinstance(after, str)
    return are_texts and letters is not None and is_typo_fix(str(before), str(after), letters)


def _text_of(field: str) -> Reader:
    return lambda facts, exempt: {field: facts.texts[field]} if field in facts.texts else {}


def _milestones(facts: CommitmentFacts, exempt: frozenset[str]) -> Values:
    values: dict[str, object] = {}
    for one in facts.milestones:
        values |= {
            f"{one.key} deliverable": one.deliverable,
            f"{one.key} responsible": one.responsible,
            f"{one.key} months": (one.start, one.end),
            f"{one.key} contact": None if "contact_name" in exempt else one.contact,
            f"{one.key} status": None if "milestone_status" in exempt else one.status,
            f"{one.key} evidence": None if "additional_information" in exempt else (one.evidence_kind,),
        }
    return values


def _parties(facts: CommitmentFacts, exempt: frozenset[str]) -> Values:
    """The parties by what they are; the people who answer for them come and go."""
    values: dict[str, object] = {}
    rows = sorted(facts.parties, key=lambda one: (one.role, one.member or "", one.organisation))
    for number, one in enumerate(rows):
        values |= {
            f"{number} role": (one.role, one.member, one.branch),
            f"{number} organisation": one.organisation,
            f"{number} part": one.part,
            f"{number} contact": None if "contact_name" in exempt else one.contact,
            f"{number} email": None if "email" in exempt else (one.email,),
            f"{number} job": None if "job_title" in exempt else one.job_title,
        }
    return values


def _resources(facts: CommitmentFacts, exempt: frozenset[str]) -> Values:
    rows = ((one.kind, one.amount or 0, one.currency, one.text, one.provider) for one in facts.resources)
    return {"resources": sorted(rows)}


_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "title": lambda facts, exempt: {"title": facts.title},
        "scope": lambda facts, exempt: {"scope": (facts.scope,)},
        "start": lambda facts, exempt: {"start": facts.start},
        "end": lambda facts, exempt: {"end": facts.latest_end},
        "participations": lambda facts, exempt: {"ends": facts.ends},
        "parties": _parties,
        "baseline": lambda facts, exempt: {"baseline": facts.baseline},
        "development_goals": lambda facts, exempt: {"goals": facts.development_goals},
        "goals": lambda facts, exempt: {"goals": facts.goals},
        "policy_areas": lambda facts, exempt: {"areas": facts.policy_areas},
        "sectors": lambda facts, exempt: {"sectors": facts.sectors},
        "ogp_values": lambda facts, exempt: {"values": facts.ogp_values},
        "resources": _resources,
        "resources_secured": lambda facts, exempt: {"secured": (facts.resources_secured,)},
        "milestones": _milestones,
    }
)
