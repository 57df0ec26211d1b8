"""The form of a value in JSON, from the type hint of its field."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..calendar import Month
from .choices import FIELDS
from .compound import Many, Mapped, Maybe, Record, Several
from .plain import COUNT, DAY, FLAG, MONTH, NUMBER, TEXT, Form, one_of

PLAIN: Mapping[Any, Form] = MappingProxyType(
    {str: TEXT, bool: FLAG, int: COUNT, float: NUMBER, date: DAY, Month: MONTH}
)


@cache
def record_of(facts: type) -> Record:
    """Return the form of a dataclass of facts."""
    hints = get_type_hints(facts)
    fields = [field for field in dataclasses.fields(facts) if field.init]
    forms = {field.name: FIELDS.get((facts, field.name)) or form_of(hints[field.name]) for field in fields}
    return Record(facts, forms, tuple(field.name for field in fields if not _has_default(field)))


def form_of(hint: Any) -> Form:
    """Return the form of a type hint. Raises TypeError for one that facts have no use for."""
    if hint in PLAIN:
        return PLAIN[hint]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return record_of(hint)
    return _generic(get_origin(hint), get_args(hint), hint)


def _generic(origin: Any, arguments: tuple[Any, ...], hint: Any) -> Form:
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return Many(form_of(arguments[0]))
    if origin is frozenset:
        return Several(form_of(arguments[0]))
    if origin is Mapping and arguments[0] is str:
        return Mapped(form_of(arguments[1]))
    if origin is Literal:
        return one_of(arguments)
    if origin in (Union, UnionType) and len(arguments) == 2 and arguments[1] is NoneType:
        return Maybe(form_of(arguments[0]))
    raise TypeError(f"Facts of type {hint} have no form in JSON.")


def _has_default(field: "dataclasses.Field[Any]") -> bool:
    return not (field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING)
