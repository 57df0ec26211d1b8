"""The demo's log-ins, and the groups that say what each may do."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from ogp_wagtail.evidence.documents import collection
from ogp_wagtail.exchange.demo.made import Made
from ogp_wagtail.exchange.demo.people import People
from ogp_wagtail.members.models import Person

MENU: Final = (
    "amendment", "coalition", "coalitionmember", "contribution", "country", "endorsement", "evidenceitem", "folder",
    "jurisdiction", "monitoringbody", "notice", "organisation", "orientation", "person", "progressupdate",
    "reasonedresponse", "term", "website",
)  # fmt: skip
REPORTS: Final = ("inceptionreport", "endofcommitmentreport", "learningreport")
ON_PAGES: Final = {
    "contact": ("add_page", "change_page", "publish_page", "unlock_page"),
    "editors": ("add_page", "change_page"),
}
ON_DOCUMENTS: Final = ("add_document", "change_document", "choose_document")


def make_logins(
    facts: dict[str, Any], said: dict[str, Any], people: People, landings: Iterable[Page], made: Made
) -> dict[str, str]:
    """Make users and groups and link the users to their people. Returns passwords by user name."""
    groups = {key: make_group(key, name, landings) for key, name in said["groups"].items()}
    made.note(*groups.values())
    passwords = {name: password(fact, made) for name, fact in facts["users"].items()}
    for name, fact in facts["users"].items():
        user = make_user(name, passwords[name], is_superuser=fact.get("superuser", False))
        made.note(user)
        if "group" in fact:
            user.groups.add(groups[fact["group"]])
        if "organisation" in fact:
            link(people.contacts[fact["organisation"]], user)
        if "monitors" in fact:
            link(people.monitor, user)
    return passwords


def link(person: Person, user: Any) -> None:
    """Say that this is the person's log-in."""
    person.user = user
    person.save()


def password(fact: dict[str, Any], made: Made) -> str:
    """The published password, or where the site may be public one that nobody knows."""
    published: str = fact["password"]
    return published if made.has_published_passwords else secrets.token_urlsafe(12)


def address(name: str) -> str:
    """The e-mail address of a demo user."""
    return f"{name}@example.org"


def login_of(name: str) -> str:
    """What the user types: the name, or the address where the site logs in by address."""
    model = get_user_model()
    return address(name) if model.get_email_field_name() == model.USERNAME_FIELD else name


def make_user(name: str, secret: str, *, is_superuser: bool) -> Any:
    """A user of the site's own model."""
    model = get_user_model()
    user: Any = model(**{model.get_email_field_name(): address(name), model.USERNAME_FIELD: login_of(name)})
    user.is_superuser = user.is_staff = is_superuser
    user.set_password(secret)
    user.save()
    return user


def make_group(key: str, name: str, landings: Iterable[Page]) -> Group:
    """Who may enter the admin, use our menu, and work below the landing pages and on the evidence.

    Those who monitor the plan write its reports, and nothing else.
    """
    group = Group.objects.create(name=name)
    group.permissions.set(of_models(REPORTS if key == "monitors" else MENU))
    if key == "monitors":
        return group
    for codename in ON_PAGES[key]:
        for landing in landings:
            GroupPagePermission.objects.create(
                group=group, page_id=landing.pk, permission=on("wagtailcore", codename)
            )
    for codename in ON_DOCUMENTS:
        permission = Permission.objects.get(codename=codename, content_type__model__iendswith="document")
        GroupCollectionPermission.objects.create(group=group, collection=collection(), permission=permission)
    return group


def of_models(models: Iterable[str]) -> list[Permission]:
    """Entering the admin, writing these, seeing the plan, and submitting translations where the site can."""
    names = [f"{action}_{model}" for model in models for action in ("add", "change", "view")]
    ours = Q(content_type__app_label="ogp_wagtail", codename__in=[*names, "delete_evidenceitem"])
    wagtails = Q(codename__in=("access_admin", "submit_translation"))
    return list(Permission.objects.filter(ours | wagtails))


def on(app: str, codename: str) -> Permission:
    """One of Wagtail's permissions."""
    return Permission.objects.get(content_type__app_label=app, codename=codename)
