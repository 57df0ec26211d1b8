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
    """A mapping from any texts, written as an object."""

    of: Form

    def read(self, value: Json, path: str, problems: Problems) -> Any:
        if not isinstance(value, dict):
            return problems.add(path, f"{shown(value)} is not an object.")
        return {name: self.of.read(one, below(path, name), problems) for name, one in value.items()}

    def write(self, value: Any) -> Json:
        return {name: self.of.write(one) for name, one in value.items()}

    def schema(self, definitions: Schema) -> Schema:
        return {"type": "object", "additionalProperties": self.of.schema(definitions)}


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping from texts that are known, each of which has values of its own; any may be left out."""

    forms: Mapping[str, Form]

    def read(self, value: Json, path: str, problems: Problems) -> Any:
        if not isinstance(value, dict):
            return problems.add(path, f"{shown(value)} is not an object.")
        return {name: read_named(self.forms, name, one, path, problems) for name, one in value.items()}

    def write(self, value: Any) -> Json:
        return {name: self.forms[name].write(one) for name, one in value.items()}

    def schema(self, definitions: Schema) -> Schema:
        properties = {name: form.schema(definitions) for name, form in self.forms.items()}
        return {"type": "object", "properties": properties, "additionalProperties": False}


def read_named(forms: Mapping[str, Form], name: str, value: Json, path: str, problems: Problems) -> Any:
    """Read a value by its name; one that is not known is a problem that says which was meant."""
    if name in forms:
        return forms[name].read(value, below(path, name), problems)
    near = difflib.get_close_matches(name, forms, 1)
    meant = f"did you mean {near[0]}?" if near else f"the fields are: {', '.join(forms)}."
    return problems.add(below(path, name), f"no such field; {meant}")


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
        read = {name: read_named(self.fields, name, one, path, problems) for name, one in value.items()}
        return self.facts(**read) if len(problems) == met else None

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
