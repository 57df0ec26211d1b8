"""Admin pages of register rows: a refusal is said in the form, and what is in use is kept with a message."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic.edit import FormMixin
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from ogp_wagtail.law import LawError

if TYPE_CHECKING:
    OfAForm = FormMixin[Any]
else:  # Django's own class takes no parameter
    OfAForm = FormMixin


class SaysRefusals(OfAForm):
    """A view of Wagtail's whose row may be refused while it is saved, after its form was found sound."""

    get_error_message: Callable[[], str]
    produced_error_message: str

    def form_valid(self, form: Any) -> Any:
        try:
            return super().form_valid(form)
        except LawError as refusal:
            for field, said in refusal.message_dict.items():
                form.add_error(field if field in form.fields else None, said)
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)


class CreateView(SaysRefusals, generic.CreateView):
    """Adds a row."""


class EditView(SaysRefusals, generic.EditView):
    """Changes a row."""


class DeleteView(generic.DeleteView):
    """Deletes a row that nothing depends on."""

    def form_valid(self, form: Any) -> Any:
        try:
            return super().form_valid(form)
        except ProtectedError as error:
            messages.error(self.request, in_use(self.object, error))
            return redirect(self.get_success_url())
        except ValidationError as refusal:
            for message in refusal.messages:
                messages.error(self.request, message)
            return redirect(self.get_success_url())


class IndexView(generic.IndexView):
    """The list of the rows: what its columns name is read in the same query, whatever the number of rows."""

    related: tuple[str, ...] = ()

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related(*self._named_by_columns(), *self.related)

    def _named_by_columns(self) -> Iterator[str]:
        """The foreign keys among the columns."""
        foreign_keys = {field.name for field in self.model._meta.fields if field.is_relation}
        for column in self.list_display:
            name = column if isinstance(column, str) else column.name
            if name in foreign_keys:
                yield name


def in_use(row: Any, error: ProtectedError) -> str:
    """Names some of the rows for which this one is kept."""
    template = _("“%(row)s” is in use and was kept. It is needed by: %(others)s.")
    return template % {"row": row, "others": _some(error)}


def needed(error: ProtectedError) -> str:
    """The same where several were to be deleted."""
    return _("Nothing was deleted. It is needed by: %(others)s.") % {"others": _some(error)}


def _some(error: ProtectedError) -> str:
    named = sorted({f"{one._meta.verbose_name} “{one}”" for one in error.protected_objects})
    return ", ".join(named[:5])


class RegisterViewSet(ModelViewSet):
    """The admin pages of one kind of row of the register.

    ``related`` are the rows that the list shows beside those that its columns name, as ``select_related`` takes them.
    """

    related: ClassVar[tuple[str, ...]] = ()

    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView
    delete_view_class = DeleteView

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_index_view_kwargs(**kwargs), "related": self.related}
