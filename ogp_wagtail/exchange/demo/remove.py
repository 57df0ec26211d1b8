"""Taking the demo out: its plans with all that hangs on them, then what stands beside them, then every trace.

What was filed stays filed, and its pages cannot be deleted; a demo is the one thing that was never really filed. So
the filings go first, past the models that guard them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Model, ProtectedError, Q
from wagtail.documents import get_document_model
from wagtail.models import Collection, Locale, ModelLogEntry, Page, PageLogEntry

from ogp_wagtail import findable
from ogp_wagtail.coalitions.models import Coalition
from ogp_wagtail.evidence.keeping import drop_unused
from ogp_wagtail.evidence.links import FETCH
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, IndexedToken, SearchIndex
from ogp_wagtail.evidence.work import EXTRACT, FOLLOW, INDEX, RECOGNISE, TRAITS
from ogp_wagtail.exchange.demo import made as log
from ogp_wagtail.exchange.demo.leftovers import forget_translations, strings_of
from ogp_wagtail.exchange.demo.made import Made
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.members.models import Country, Jurisdiction, MonitoringBody, Organisation, Person
from ogp_wagtail.monitoring.models import InceptionReport, ProgressUpdate
from ogp_wagtail.participation.models import Contribution, ReasonedResponse
from ogp_wagtail.plans.models import (
    Commitment,
    DateChange,
    Declaration,
    Filing,
    Meeting,
    Milestone,
    Plan,
    Slot,
)

# In an order in which nothing that is left points at what goes.
BESIDE: Final[tuple[type[Model], ...]] = (
    Coalition, Person, MonitoringBody, Jurisdiction, Organisation,
)  # fmt: skip


class InUse(Exception):
    """Something that is not of the demo rests on it. ``names`` says what."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def take_out() -> bool:
    """Take the demo out, if it is there, and say whether it was.

    Raises:
        InUse: something else rests on it; nothing was removed.
    """
    made = log.found()
    if made is None:
        return False
    try:
        with transaction.atomic():
            take_out_plans(Plan.objects.filter(key__in=made.plans))
            take_out_the_rest(made)
    except ProtectedError as error:
        raise InUse(sorted({str(one) for one in error.protected_objects})) from None
    return True


def take_out_plans(plans: Any) -> None:
    """The plans with their evidence, pages and register rows."""
    ids = list(plans.values_list("pk", flat=True))
    jobs = jobs_about(plans)
    for told in (ProgressUpdate, InceptionReport):
        told.objects.filter(plan__in=ids)._delete_lawfully()
    take_out_evidence(EvidenceItem.objects.filter(plan__in=ids))
    Filing.objects.filter(plan__in=ids)._delete_lawfully()
    plans._update_lawfully(submitted_on=None)
    DateChange.objects.filter(member__plan__in=ids)._delete_lawfully()
    Declaration.objects.filter(commitment__plan__in=ids)._delete_lawfully()
    life = dict.fromkeys(("submitted_on", "implemented_on", "assessed_on", "released_on"))
    Commitment.objects.filter(plan__in=ids)._update_lawfully(**life)
    ReasonedResponse.objects.filter(contribution__plan__in=ids)._delete_lawfully()
    Contribution.objects.filter(plan__in=ids)._delete_lawfully()
    take_out_pages(Page.objects.filter(translation_key__in=plans.values("key")))
    for model, of_plan in (
        (Slot, "plan"),
        (Meeting, "plan"),
        (Milestone, "commitment__plan"),
        (Commitment, "plan"),
    ):
        model._default_manager.filter(**{f"{of_plan}__in": ids}).delete()
    Plan.objects.filter(pk__in=ids).delete()
    Job.objects.filter(jobs).delete()
    IndexedToken.objects.filter(documents__lte=0).delete()


def jobs_about(plans: Any) -> Q:
    """The jobs that follow what the plans and their reports say, and those that sort their evidence."""
    keys_by_kind = {
        kind.name: rows_of(kind, plans).values_list("key", flat=True) for kind in findable.kinds()
    }
    return follow(keys_by_kind) | Q(kind=TRAITS, key__in=keys(plans))


def rows_of(kind: findable.Kind, plans: Any) -> Any:
    """The rows of a kind of thing that belong to the plans."""
    return plans if kind.model is Plan else kind.model._default_manager.filter(plan__in=plans)


def follow(keys_by_kind: Mapping[str, Iterable[Any]]) -> Q:
    """The jobs that follow the things with these keys, named by kind."""
    names = [f"{name or 'plan'} {key}" for name, some in keys_by_kind.items() for key in some]
    return Q(kind=FOLLOW, key__in=names)


def take_out_evidence(items: Any) -> None:
    """Items with versions and text, their files, and the jobs that read them."""
    versions = EvidenceVersion.objects.filter(item__in=items)
    documents = list(versions.values_list("document", flat=True))
    of_versions = Q(kind__in=[EXTRACT, RECOGNISE], key__in=keys(versions))
    jobs = of_versions | Q(kind__in=[INDEX, FETCH], key__in=keys(items))
    Job.objects.filter(jobs).delete()
    for item in items:
        item.delete()
    get_document_model().objects.filter(pk__in=documents).delete()
    drop_unused()


def keys(rows: Any) -> list[str]:
    """Primary keys as jobs name them."""
    return [str(pk) for pk in rows.values_list("pk", flat=True)]


def take_out_pages(tops: Any) -> None:
    """Pages with all below them, in every language, and what the log and the translations know of them."""
    tops = list(tops)
    pages = [page for top in tops for page in top.get_descendants(inclusive=True)]
    strings = strings_of(pages)
    for top in tops:
        top.delete()
    said = {page.translation_key for page in pages}
    Job.objects.filter(follow({kind.name: said for kind in findable.kinds()})).delete()
    PageLogEntry.objects.filter(page__in=[page.pk for page in pages]).delete()
    forget_translations(pages, strings)


def take_out_the_rest(made: Made) -> None:
    """People, places and log-ins; a page, language or collection only when nobody else uses it by now."""
    for model in BESIDE:
        made.rows(model).delete()
    for country in made.rows(Country).filter(jurisdictions=None, coalitions=None):
        country.delete()
    users = made.rows(get_user_model())
    forget_log(made, list(users.values_list("pk", flat=True)))
    users.delete()
    made.rows(Group).delete()
    for page in made.rows(Page).order_by("-depth"):
        if not page.get_children().exists():
            take_out_pages(Page.objects.filter(pk=page.pk))
    made.rows(SearchIndex).filter(passages=0).delete()
    for row in (*made.rows(Locale), *made.rows(Collection)):
        delete_unless_used(row)


def forget_log(made: Made, users: Iterable[Any]) -> None:
    """What the log says of the demo's people and of what they did, the demo's own entry included."""
    users = [str(pk) for pk in users]
    log.entries().delete()
    for entries in (ModelLogEntry, PageLogEntry):
        entries.objects.filter(user__in=users).delete()
    for label, ids in made.keys.items():
        app, model = label.split(".")
        about = ModelLogEntry.objects.filter(content_type__app_label=app, content_type__model=model)
        about.filter(object_id__in=ids).delete()


def delete_unless_used(row: Any) -> None:
    """A language or a collection that something else uses by now stays."""
    if isinstance(row, Locale):
        is_used = Page.objects.filter(locale=row).exists()
    else:
        is_used = row.get_children().exists() or get_document_model().objects.filter(collection=row).exists()
    if not is_used:
        row.delete()
