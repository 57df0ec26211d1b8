"""``manage.py ogp_demo``: puts an invented coalition into the site, or takes it out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils import timezone

from ogp_wagtail.exchange.demo import made as log
from ogp_wagtail.exchange.demo.description import describe
from ogp_wagtail.exchange.demo.install import Taken, put_in
from ogp_wagtail.exchange.demo.remove import InUse, take_out
from ogp_wagtail.management.contract import Answer, ContractCommand, wrong_use

WARNING = "These are demo accounts whose passwords anybody can read: they must not exist on a public site."
RANDOM = "Write the passwords down: they are shown this once. Take the demo out when you have seen it."


class Command(ContractCommand):
    """Beside whatever the site has; a second run finds it there and says the same log-ins.

    The passwords are published with this package, so a site with ``DEBUG = False`` is refused; with
    ``--yes-public`` it gets the demo with random passwords, shown once. Ends with 1 when something else has a name
    that the demo needs, or rests on what is to be removed.
    """

    help = "Put an invented coalition of three cities into the site, with log-ins; --remove takes it out."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument("--remove", action="store_true", help="Take the demo out, leaving nothing.")
        parser.add_argument(
            "--yes-public", action="store_true", help="Also with DEBUG = False; with random passwords."
        )

    def answer(self, **options: Any) -> Answer:
        return removed() if options["remove"] else there(is_allowed_in_public=options["yes_public"])


def removed() -> Answer:
    """Take the demo out."""
    try:
        was_there = take_out()
    except InUse as error:
        return refused("is not of the demo and rests on it; remove it first", error.names)
    state, line = ("removed", "The demo is gone.") if was_there else ("absent", "There is no demo here.")
    return Answer({"state": state}, [line])


def there(*, is_allowed_in_public: bool) -> Answer:
    """Put the demo in unless it is there, and say how to log in."""
    made, passwords, state = log.found(), None, "there"
    if made is None:
        if not settings.DEBUG and not is_allowed_in_public:
            raise wrong_use(
                "--yes-public", "this site runs with DEBUG = False and may be public; say so to have the demo"
            )
        try:
            made, passwords = put_in(timezone.localdate(), has_published_passwords=settings.DEBUG)
        except Taken as error:
            return refused("is in use on this site already, and the demo needs that name", error.names)
        state = "added"
    document = {"state": state} | describe(made, passwords)
    return Answer(document, lines(document))


def refused(why: str, names: list[str]) -> Answer:
    """Nothing was done, because of these."""
    return Answer({"state": "refused", "because": names}, [f"{name} {why}." for name in names], clean=False)


def lines(document: dict[str, Any]) -> Iterator[str]:
    """The same for people."""
    yield "The demo is in." if document["state"] == "added" else "The demo is there already."
    for plan in document["plans"]:
        filed = f"filed on {plan['filed_on']}" if plan["filed_on"] else "not filed"
        yield f"  {plan['title']} ({plan['code']}, {filed}): {plan['url']}"
    yield f"Log in at {document['admin']}"
    for user in document["users"]:
        yield f"  {user['user']:<12} {user['password'] or '(as shown when it was put in)':<18} {user['role']}"
    yield RANDOM if document["has_random_passwords"] else WARNING
