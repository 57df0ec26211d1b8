"""Things made of others: what may be unknown, lists, sets, mappings, and facts with their fields."""

import dataclasses
import difflib
import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .plain import Form, Json, Schema
from .problems import Problems, below, shown


@dataclass(frozen=True, slots=True)
class Maybe:
    """A value that may be unknown: ``null``."""

    of: Form

    def read(self, value: Json, path: str, problems: Problems) -> Any:
        return None if value is None else self.of.read(value, path, problems)

    def write(self, value: Any) -> Json:
        return None if value is None else self.of.write(value)

    def schema(self, definitions: Schema) -> Schema:
        return {"anyOf": [self.of.schema(definitions), {"type": "null"}]}


@dataclass(frozen=True, slots=True)
class Many:
    """A list, kept in its order. Things that have a key of their own have different ones."""

    of: Form

    def read(self, value: Json, path: str, problems: Problems) -> Any:
        if not isinstance(value, list):
            return problems.add(path, f"{shown(value)} is not a list.")
        read = tuple(self.of.read(one, f"{path}[{index}]", problems) for index, one in enumerate(value))
        if isinstance(self.of, Record) and "key" in self.of.fields:
            _keys_differ(read, path, problems)
        return read

    def write(self, value: Any) -> Json:
        return [self.of.write(one) for one in value]

    def schema(self, definitions: Schema) -> Schema:
        return {"type": "array", "items": self.of.schema(definitions)}


def _keys_differ(things: tuple[Any, ...], path: str, problems: Problems) -> None:
    """Report a key that is used twice: other facts could not say which of the two they mean."""
    first: dict[str, int] = {}
    for index, thing in enumerate(things):
        earlier = first.setdefault(thing.key, index) if thing is not None else index
        if earlier != index:
            used = f"{shown(thing.key)} is the key of {path}[{earlier}] already; give each its own."
            problems.add(f"{path}[{index}].key", used)


@dataclass(frozen=True, slots=True)
class Several:
    """A set, written as a list; the order says nothing, and neither does a repetition."""

    of: Form

    def read(self, value: Json, path: str, problems: Problems) -> Any:
        read = Many(self.of).read(value, path, problems)
        return frozenset(read or ())

    def write(self, value: Any) -> Json:
        return sorted(self.of.write(one) for one in value)

    def schema(self, definitions: Schema) -> Schema:
        return Many(self.of).schema(definitions)


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping, written as an object. Its names are texts, or whole numbers where ``numbered``."""

    of: Form
    numbered: bool = False

    def read(self, value: Json, path: str, problems: Problems) -> Any:
        if not isinstance(value, dict):
            return problems.add(path, f"{shown(value)} is not an object.")
        return {
            self._name(name, path, problems): self.of.read(one, below(path, name), problems)
            for name, one in value.items()
        }

    def _name(self, name: str, path: str, problems: Problems) -> str | int | None:
        if not self.numbered:
            return name
        if name.isascii() and name.isdigit() and len(name) <= 9 and str(int(name)) == name:
            return int(name)
        problems.add(below(path, name), "its name is not a whole number.")
        return None

    def write(self, value: Any) -> Json:
        return {str(name): self.of.write(one) for name, one in value.items()}

    def schema(self, definitions: Schema) -> Schema:
        names = {"propertyNames": {"pattern": "^(0|[1-9][0-9]{0,8})$"}} if self.numbered else {}
        return {"type": "object", "additionalProperties": self.of.schema(definitions), **names}


@dataclass(frozen=True, slots=True)
class Record:
    """Facts: an object with one property a field. What is left out has its default."""

    facts: type
    fields: Mapping[str, Form]
    required: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name among people: "MilestoneFacts" are facts of a "Milestone"."""
        return self.facts.__name__.removesuffix("Facts")

    def read(self, value: Json, path: str, problems: Problems) -> Any:
        if not isinstance(value, dict):
            return problems.add(path, f"{shown(value)} is not an object.")
        met = len(problems)
        for name in self.required:
            if name not in value:
                problems.add(below(path, name), f"is missing; {self.name} facts need it.")
        read = {name: self._field(name, one, path, problems) for name, one in value.items()}
        return self.facts(**read) if len(problems) == met else None

    def _field(self, name: str, value: Json, path: str, problems: Problems) -> Any:
        if name in self.fields:
            return self.fields[name].read(value, below(path, name), problems)
        return problems.add(below(path, name), f"no such field; {self._meant(name)}")

    def _meant(self, name: str) -> str:
        near = difflib.get_close_matches(name, self.fields, 1)
        return f"did you mean {near[0]}?" if near else f"the fields are: {', '.join(self.fields)}."

    def write(self, value: Any) -> Json:
        """Return the fields that are not at their default: the others say nothing."""
        defaults = {field.name: _default(field) for field in dataclasses.fields(self.facts)}
        values = {name: getattr(value, name) for name in self.fields}
        return {
            name: self.fields[name].write(one)
            for name, one in values.items()
            if name in self.required or one != defaults[name]
        }

    def schema(self, definitions: Schema) -> Schema:
        if self.name not in definitions:
            definitions[self.name] = {}  # taken, should facts ever hold facts of their own kind
            definitions[self.name].update(self._definition(definitions))
        return {"$ref": f"#/$defs/{self.name}"}

    def _definition(self, definitions: Schema) -> Schema:
        return {
            "title": self.name,
            "description": " ".join((inspect.getdoc(self.facts) or "").split()),
            "type": "object",
            "properties": {name: self._property(name, definitions) for name in self.fields},
            "required": list(self.required),
            "additionalProperties": False,
        }

    def _property(self, name: str, definitions: Schema) -> Schema:
        schema = self.fields[name].schema(definitions)
        if name in self.required:
            return schema
        default = _default(next(field for field in dataclasses.fields(self.facts) if field.name == name))
        return {**schema, "default": self.fields[name].write(default)}


def _default(field: "dataclasses.Field[Any]") -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default
