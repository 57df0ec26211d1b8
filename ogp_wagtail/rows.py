"""Rows together with what they own, in one query.

A review needs a plan whole: commitments with their milestones, reports with their invitations. ``prefetch_related``
asks a query a relation; ``gather`` takes each relation along as one JSON column of the owner's own query, and puts it
where ``prefetch_related`` would have put it. So who reads the rows need not know which of the two was used.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, TypeVar

from django.db.models import F, JSONField, Model, OuterRef, QuerySet, Subquery
from django.db.models.fields import DateTimeField
from django.db.models.functions import JSONArray
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive

M = TypeVar("M", bound=Model)


class _Gathered(Subquery):
    """The one JSON column of a query as one JSON list; an empty list where there is no row."""

    template = "(SELECT JSON_GROUP_ARRAY(JSON(_rows.line)) FROM (%(subquery)s) _rows)"
    output_field = JSONField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "(SELECT COALESCE(JSONB_AGG(_rows.line), '[]') FROM (%(subquery)s) _rows)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_mysql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "(SELECT COALESCE(JSON_ARRAYAGG(_rows.line), JSON_ARRAY()) FROM (%(subquery)s) _rows)"
        return self.as_sql(compiler, connection, template=template, **context)


def gather(owners: QuerySet[M], *relations: str, **only: QuerySet[Any]) -> list[M]:
    """The rows of ``owners``, each with the rows of its ``relations`` read already: one query in all.

    A relation is a reverse foreign key or a many-to-many field of the model. A path of two (``"entries__moves"``,
    the first of which is named too) takes along what its rows own, or what their foreign key points at
    (``"endorsements__organisation"``). ``only`` narrows a relation to the rows of a queryset.
    """
    direct = [name for name in relations if "__" not in name]
    columns = {f"_of_{name}": _column(owners.model, name, relations, only) for name in direct}
    rows = list(owners.annotate(**columns))
    for row in rows:
        for name in direct:
            _put(row, name, row.__dict__.pop(f"_of_{name}"), relations)
    return rows


def _column(model: Any, name: str, relations: tuple[str, ...], only: dict[str, QuerySet[Any]]) -> _Gathered:
    relation = model._meta.get_field(name)
    owned = only.get(name, relation.related_model._base_manager.all())
    owned = owned.filter(**{relation.remote_field.name: OuterRef("pk")})
    inner = _below(name, relations)
    values: list[Any] = [F(field.attname) for field in _fields(relation)]
    values += [_inner_column(relation.related_model, one, inner) for one in inner if "__" not in one]
    ordering = relation.related_model._meta.ordering or ["pk"]
    return _Gathered(owned.order_by(*ordering).annotate(line=JSONArray(*values)).values("line"))


def _inner_column(model: Any, name: str, relations: tuple[str, ...]) -> Any:
    relation = model._meta.get_field(name)
    if relation.many_to_one:
        return JSONArray(*(F(f"{name}__{field.attname}") for field in _fields(relation)))
    return _column(model, name, relations, {})


def _below(name: str, relations: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one.removeprefix(f"{name}__") for one in relations if one.startswith(f"{name}__"))


def _fields(relation: Any) -> list[Any]:
    return list(relation.related_model._meta.concrete_fields)


def _put(row: Any, name: str, lines: Any, relations: tuple[str, ...]) -> None:
    """Put the rows where the relation's manager looks for them, on plain models and on modelcluster's."""
    relation = row._meta.get_field(name)
    if relation.many_to_one:
        line = _plain(lines)
        setattr(row, name, _instance(row, relation, line, ()) if line[0] is not None else None)
        return
    inner = _below(name, relations)
    found = _plain(lines) or ()  # a queryset that is known to be empty is NULL in a query
    owned = [_instance(row, relation, line, inner) for line in found]
    if hasattr(row, "_cluster_related_objects") or hasattr(row, "copy_cluster"):
        row.__dict__.setdefault("_cluster_related_objects", {})[name] = owned
    queryset = relation.related_model._base_manager.none()
    queryset._result_cache = owned
    row.__dict__.setdefault("_prefetched_objects_cache", {})[name] = queryset


def _instance(owner: Any, relation: Any, line: list[Any], inner: tuple[str, ...]) -> Any:
    fields = _fields(relation)
    values = [_value(field, raw) for field, raw in zip(fields, line, strict=False)]
    one = relation.related_model.from_db(owner._state.db, [field.attname for field in fields], values)
    if relation.one_to_many:
        setattr(one, relation.remote_field.name, owner)
    for name, lines in zip(inner, line[len(fields) :], strict=False):
        _put(one, name, lines, ())
    return one


def _value(field: Any, raw: Any) -> Any:
    """What the database would have given for the column: JSON knows neither days nor identifiers."""
    if raw is None:
        return None
    if isinstance(field, JSONField):
        return _plain(raw)
    if isinstance(field, DateTimeField):
        return _moment(raw)
    return field.to_python(raw)


def _plain(raw: Any) -> Any:
    return json.loads(raw) if isinstance(raw, str) else raw


def _moment(raw: str) -> datetime | None:
    moment = parse_datetime(raw)
    return moment.replace(tzinfo=UTC) if moment and is_naive(moment) else moment
