"""What is wrong with facts given as JSON: every problem with the path of its field, said together."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """One field that cannot be read: its path ("commitments[2].start"), what is wrong and what is allowed."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class UnreadableFactsError(Exception):
    """Facts that cannot be read. It holds every problem, in the order of the document."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


@dataclass(slots=True)
class Problems:
    """The problems met while a document is read."""

    met: list[Problem] = field(default_factory=list)

    def add(self, path: str, message: str) -> None:
        self.met.append(Problem(path, message))

    def __len__(self) -> int:
        return len(self.met)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.met)


def below(path: str, name: str) -> str:
    """Return the path of a field, or of the entry of a mapping, in the thing at ``path``."""
    if not name.isidentifier():
        return f"{path}[{json.dumps(name)}]"
    return f"{path}.{name}" if path else name


def shown(value: object) -> str:
    """Return a value of a JSON document, short enough to be named in a sentence."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = json.dumps(value)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
