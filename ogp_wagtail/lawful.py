"""Rows that keep the law on every path: forms, shell, imports, bulk edits and deletions (D5).

A model says which of its fields only an act may set, which are settled once the row is in force, and which rows are
kept for good. ``save()``, ``delete()`` and every bulk operation of its querysets refuse the rest with ``LawError``.
Our own acts, which have asked the handbook and hold the plan's lock, write through the ``…_lawfully`` methods.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self, TypeVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.text import capfirst

from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if

EVERY_FIELD = "*"
F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True)
class Rows:
    """What a refusal is about: a row, or the rows of a queryset by the name of their kind."""

    subject: str
    key: str = ""


def marked(**marks: bool) -> Callable[[F], F]:
    """Set on a queryset's method what Django reads there: ``alters_data``, for templates that may not call it, and
    ``queryset_only``, for what managers copy.
    """

    def mark(method: F) -> F:
        vars(method).update(marks)
        return method

    return mark


class LawfulQuerySet(models.QuerySet[Any]):
    """Rows of a :class:`LawfulModel`; bulk operations are no way around its law."""

    @marked(alters_data=True)
    def update(self, **values: Any) -> int:
        """Refuse what only an act may set; ask the law of every row that the update leaves behind."""
        refuse_if(self._closed(values))
        with transaction.atomic(using=self.db):
            touched = list(self.values_list("pk", flat=True)) if self.model.has_law() else []
            count = super().update(**values)
            refuse_if(_law_of(self.model._base_manager.filter(pk__in=touched)))
        return count

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Refuse rows that only an act makes, and rows that break the law."""
        rows = list(objs)
        refuse_if(finding for row in rows for finding in row._unlawful())
        refuse_if(self._closed(dict.fromkeys(kwargs.get("update_fields") or ())))
        return super().bulk_create(rows, *args, **kwargs)

    @marked(alters_data=True)
    def bulk_update(self, objs: Iterable[Any], fields: Iterable[str], *args: Any, **kwargs: Any) -> int:
        """Refuse before anything is written; the law of each row is asked by the updates this is made of."""
        rows, names = list(objs), list(fields)
        refuse_if(self.filter(pk__in=[row.pk for row in rows])._closed(dict.fromkeys(names)))
        return super().bulk_update(rows, names, *args, **kwargs)

    @marked(alters_data=True, queryset_only=True)
    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse to delete a row that is kept."""
        refuse_if(self._kept())
        return super().delete()

    # Django copies no private method to managers unless told to.
    @marked(queryset_only=False)
    def _update_lawfully(self, **values: Any) -> int:
        return super().update(**values)

    @marked(queryset_only=False)
    def _bulk_create_lawfully(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        return super().bulk_create(objs, *args, **kwargs)

    def _delete_lawfully(self) -> tuple[int, dict[str, int]]:
        return super().delete()

    def _closed(self, values: Mapping[str, Any]) -> Iterator[Finding]:
        """What forbids to set these fields in bulk; whether the value is another is not asked."""
        names = {_field(self.model, name).name for name in values}
        yield from self.model._set_by_acts(names, _kind(self.model))
        yield from self.model._one_by_one(names, _kind(self.model))
        settled = list(self.model._settled(names, _kind(self.model)))
        if settled and self.order_by().filter(self.model.settled_when).exists():
            yield from settled

    def _kept(self) -> Iterator[Finding]:
        if self.model.kept and self.order_by().filter(self.model.kept_when).exists():
            yield _stays(self.model.kept, _kind(self.model))


class LawfulModel(models.Model):
    """A row that keeps the law however it is written.

    ``governed`` maps each field that only an act sets to the rule it serves, ``settled`` each field that changes no
    more once ``settled_when`` holds (``EVERY_FIELD`` for all), ``kept`` is the rule by which rows for which
    ``kept_when`` holds are not deleted, ``made_by_acts`` the rule by which only acts make rows. ``one_by_one`` maps
    fields from whose change something follows: they change by ``save()`` and not in bulk.
    """

    governed: ClassVar[Mapping[str, str]] = {}
    settled: ClassVar[Mapping[str, str]] = {}
    settled_when: ClassVar[Q] = Q()
    one_by_one: ClassVar[Mapping[str, str]] = {}
    kept: ClassVar[str] = ""
    kept_when: ClassVar[Q] = Q()
    made_by_acts: ClassVar[str] = ""

    objects = LawfulQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        refuse_if(self._unlawful(kwargs.get("update_fields")))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        if self.kept and self._stored().filter(self.kept_when).exists():
            refuse_if([_stays(self.kept, self._named())])
        return super().delete(*args, **kwargs)

    def law(self) -> Iterable[Finding]:
        """What the handbook says of this row by itself; asked whenever it is written."""
        return ()

    def _save_lawfully(self, *args: Any, **kwargs: Any) -> Self:
        """Write the row as an act decided; its own law is asked all the same."""
        refuse_if(self.law())
        super().save(*args, **kwargs)
        return self

    @classmethod
    def has_law(cls) -> bool:
        """Whether rows of this kind have a law of their own."""
        return cls.law is not LawfulModel.law

    def _unlawful(self, update_fields: Iterable[str] | None = None) -> Iterator[Finding]:
        yield from self._made_by_hand() if self._is_new() else self._changed_by_hand(update_fields)
        yield from self.law()

    def _is_new(self) -> bool:
        """Whether saving adds a row; one made in memory with the key of another would overwrite it."""
        return self._state.adding and (self.pk is None or not self._stored().exists())

    def _made_by_hand(self) -> Iterator[Finding]:
        if self.made_by_acts:
            template = _("Such a row is made by an act of its plan and not by hand.")
            yield error(self.made_by_acts, self._named(), template)
        fields = [_field(type(self), name) for name in self.governed]
        said = {one.name for one in fields if getattr(self, one.attname) not in (one.get_default(), None)}
        yield from self._set_by_acts(said, self._named())

    def _changed_by_hand(self, update_fields: Iterable[str] | None) -> Iterator[Finding]:
        changed = self._changed(update_fields)
        yield from self._set_by_acts(changed, self._named())
        settled = list(self._settled(changed, self._named()))
        if settled and self._stored().filter(self.settled_when).exists():
            yield from settled

    def _changed(self, update_fields: Iterable[str] | None) -> set[str]:
        """The fields, of those with a law, that this row has otherwise than the database."""
        fields = [one for one in self._fields_with_a_law() if one.attname not in self.get_deferred_fields()]
        if update_fields is not None:
            written = {_field(type(self), name).name for name in update_fields}
            fields = [one for one in fields if one.name in written]
        before = self._stored().values(*(one.attname for one in fields)).first() if fields else None
        return {one.name for one in fields if before and _differs(self, one, before[one.attname])}

    @classmethod
    def _fields_with_a_law(cls) -> list[Any]:
        if EVERY_FIELD in cls.settled:
            return [one for one in cls._meta.concrete_fields if not one.primary_key]
        return [_field(cls, name) for name in {**cls.governed, **cls.settled}]

    @classmethod
    def _set_by_acts(cls, names: Iterable[str], thing: Rows) -> Iterator[Finding]:
        for name in sorted(set(names) & set(cls.governed)):
            yield error(
                cls.governed[name],
                thing,
                _("“%(what)s” is set by the act it belongs to and not by hand."),
                field=name,
                what=str(_field(cls, name).verbose_name),
            )

    @classmethod
    def _one_by_one(cls, names: Iterable[str], thing: Rows) -> Iterator[Finding]:
        for name in sorted(set(names) & set(cls.one_by_one)):
            yield error(
                cls.one_by_one[name],
                thing,
                _("“%(what)s” is changed row by row, so that what follows from it is looked at."),
                field=name,
                what=str(_field(cls, name).verbose_name),
            )

    @classmethod
    def _settled(cls, names: Iterable[str], thing: Rows) -> Iterator[Finding]:
        for name in sorted(names):
            rule = cls.settled.get(name) or cls.settled.get(EVERY_FIELD)
            if rule and name not in cls.governed:
                yield error(
                    rule,
                    thing,
                    _("“%(what)s” is settled and is not changed by hand."),
                    hint=_("What is in force changes on its page, what was filed by an amendment."),
                    field=name,
                    what=str(_field(cls, name).verbose_name),
                )

    def _stored(self) -> Any:
        return type(self)._base_manager.using(self._state.db).filter(pk=self.pk)

    def _named(self) -> Rows:
        return Rows(capfirst(f"{self._meta.verbose_name} {self}"), str(getattr(self, "key", "") or ""))


def _law_of(rows: Iterable[Any]) -> Iterator[Finding]:
    return (finding for row in rows for finding in row.law())


def _stays(rule: str, thing: Rows) -> Finding:
    return error(rule, thing, _("%(row)s stays on record and is not deleted."), row=thing.subject)


def _kind(model: type[models.Model]) -> Rows:
    return Rows(str(capfirst(model._meta.verbose_name_plural)))


def _field(model: type[models.Model], name: str) -> Any:
    return model._meta.pk if name == "pk" else model._meta.get_field(name)


def _differs(row: models.Model, field: Any, before: Any) -> bool:
    value = getattr(row, field.attname)
    return hasattr(value, "resolve_expression") or field.to_python(value) != before
