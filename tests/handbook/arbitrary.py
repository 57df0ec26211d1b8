"""Arbitrary facts for property tests, generated from the type hints of the facts.

Texts repeat, so that facts refer to one another; days crowd where plans are made, at the ends of the calendar
and on 29 February; fields with a list hold its words, unless ``worded`` is false: then any text.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from ogp_wagtail.handbook import Month
from ogp_wagtail.handbook.facts_json.choices import FIELDS
from ogp_wagtail.handbook.facts_json.compound import Keyed, Mapped, Several
from ogp_wagtail.handbook.facts_json.plain import Form, Plain

MOST = 2

days = st.one_of(
    st.dates(date(2024, 1, 1), date(2029, 12, 31)),
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    st.sampled_from((*(date(year, 2, 29) for year in range(2000, 2061, 4)), date.min, date.max)),
)
texts = st.one_of(st.sampled_from(("a", "b", "c", "")), st.text(max_size=6))
numbers = st.one_of(st.integers(0, 3), st.floats(allow_nan=False, allow_infinity=False))

PLAIN: Mapping[Any, st.SearchStrategy[Any]] = {
    str: texts,
    bool: st.booleans(),
    int: st.integers(0, 9),
    float: numbers,
    date: days,
    Month: days.map(Month.of),
}


@cache
def facts(cls: type, *, worded: bool = True) -> st.SearchStrategy[Any]:
    """Facts of this class, with any of their fields left out that may be."""
    every = fields_of(cls, worded=worded)
    needed = {field.name for field in dataclasses.fields(cls) if _is_required(field)}
    return st.fixed_dictionaries(
        {name: strategy for name, strategy in every.items() if name in needed},
        optional={name: strategy for name, strategy in every.items() if name not in needed},
    ).map(lambda values: cls(**values))


def fields_of(cls: type, *, worded: bool = True) -> dict[str, st.SearchStrategy[Any]]:
    """What may stand in each field of this class."""
    hints = get_type_hints(cls)
    names = [field.name for field in dataclasses.fields(cls) if field.init]
    return {name: _field(cls, name, hints[name], worded) for name in names}


def _is_required(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _field(cls: type, name: str, hint: Any, worded: bool) -> st.SearchStrategy[Any]:
    form = FIELDS.get((cls, name)) if worded else None
    return _of(hint, worded) if form is None else _chosen(form)


def _chosen(form: Form) -> st.SearchStrategy[Any]:
    """Words of a list, in the shape of the field; a number that is chosen is one of a few."""
    match form:
        case Plain(keywords=keywords):
            return st.sampled_from(dict(keywords).get("enum", ["1", "12", "120"]))
        case Several(of=one):
            return st.frozensets(_chosen(one), max_size=MOST)
        case Mapped(of=one):
            return st.dictionaries(texts, _chosen(one), max_size=MOST)
        case Keyed(forms=forms):
            names = st.lists(st.sampled_from(sorted(forms)), max_size=MOST, unique=True)
            return names.flatmap(
                lambda some: st.fixed_dictionaries({name: _chosen(forms[name]) for name in some})
            )
    raise TypeError(form)


def _of(hint: Any, worded: bool) -> st.SearchStrategy[Any]:
    if hint in PLAIN:
        return PLAIN[hint]
    if dataclasses.is_dataclass(hint):
        return facts(hint, worded=worded)
    return _generic(get_origin(hint), get_args(hint), worded)


def _generic(origin: Any, arguments: tuple[Any, ...], worded: bool) -> st.SearchStrategy[Any]:
    if origin is tuple:
        return st.lists(_of(arguments[0], worded), max_size=MOST, unique_by=_key).map(tuple)
    if origin is frozenset:
        return st.frozensets(_of(arguments[0], worded), max_size=MOST)
    if origin is Mapping:
        return st.dictionaries(_of(arguments[0], worded), _of(arguments[1], worded), max_size=MOST)
    assert arguments[1:] == (NoneType,), arguments
    return st.none() | _of(arguments[0], worded)


def _key(thing: Any) -> Any:
    """What tells a thing from its neighbours: its key, where it has a field of that name."""
    names = {field.name for field in dataclasses.fields(thing)} if dataclasses.is_dataclass(thing) else set()
    return thing.key if "key" in names else id(thing)
