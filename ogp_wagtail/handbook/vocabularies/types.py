"""What a controlled list is: choices in the form's order, each with a slug to store and a label to show."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..words import Label, Labels


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry: ``slug`` is stored, ``label`` (English, marked for translation) is shown."""

    slug: str
    label: str
    help: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of choices, under the id of the rule that gives it."""

    rule: str
    entries: tuple[Choice, ...]

    def __iter__(self) -> Iterator[Choice]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, slug: object) -> bool:
        return slug in self.slugs

    @property
    def slugs(self) -> tuple[str, ...]:
        """The stored values, in order."""
        return tuple(choice.slug for choice in self.entries)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Pairs of slug and label, as a Django field takes them."""
        return [(choice.slug, choice.label) for choice in self.entries]

    @property
    def grouped_choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Pairs of a group's name and its choices, as a Django form shows option groups."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for choice in self.entries:
            groups.setdefault(choice.group, []).append((choice.slug, choice.label))
        return list(groups.items())

    @property
    def labels(self) -> Labels:
        """All labels: what is allowed, for a message."""
        return Labels(Label(choice.label) for choice in self.entries)

    def named(self, slug: str) -> str:
        """Return the label of ``slug``, or the text itself where it is no choice."""
        return self.label_of(slug) if slug in self else slug

    def label_of(self, slug: str) -> Label:
        """Return the label of ``slug``. Raises ValueError that lists the slugs allowed."""
        for choice in self.entries:
            if choice.slug == slug:
                return Label(choice.label)
        raise ValueError(f"No choice {slug!r}. Choices: {', '.join(self.slugs)}.")
