"""What comes of opening a link: what was there, or a reason that a clerk understands."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def _(message: str) -> str:
    """Marks a sentence for the translators; it is translated where it is shown."""
    return message


# Each sentence stands by itself. The codes are stored and printed: they must never change.
REASONS = {
    "not_web": _("Only addresses that begin with http:// or https:// can be opened."),
    "credentials": _("The address holds a user name or a password; give one that opens without."),
    "port": _("The address names the port %(port)d; only these are opened: %(ports)s."),
    "no_such_host": _("There is no computer of the name %(host)s; look for a misspelling."),
    "private_address": _("The address leads into a private network; give one that everybody can open."),
    "no_connection": _("The site did not answer."),
    "not_secure": _("The site cannot prove who it is (its certificate is not valid)."),
    "too_slow": _("The site takes too long to answer."),
    "too_large": _("What is there is larger than %(most)d MB; it was not kept."),
    "too_many_redirects": _("The address leads on and on and never arrives."),
    "gone": _("The site says that there is nothing at this address any more (%(status)d)."),
    "locked": _("The site shows this only to people whom it knows (%(status)d)."),
    "answered": _("The site answered with an error (%(status)d)."),
    "bad_answer": _("The site's answer could not be understood."),
}
# What may be otherwise in an hour: worth another try before it is called broken.
PASSING = frozenset({"no_such_host", "no_connection", "too_slow", "answered", "bad_answer"})


@dataclass(frozen=True)
class Fetched:
    """What was at the end of a link: `address` where it was, `moved_to` when the site said that it is so for good.

    `name` is a file name for it, `media_type` as the site says, `size` in bytes, `sha256` of them as they were
    written into the file.
    """

    address: str
    moved_to: str
    media_type: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Unopened:
    """Why a link gave nothing; translate with `gettext(outcome.template) % outcome.params`."""

    reason_code: str
    params: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def template(self) -> str:
        return REASONS[self.reason_code]

    @property
    def message(self) -> str:
        """The reason in English."""
        return self.template % self.params

    @property
    def may_pass(self) -> bool:
        """Whether it is worth another try."""
        return self.reason_code in PASSING


class Refusal(Exception):
    """Raised where a link cannot be followed further; never leaves `fetch`."""

    def __init__(self, reason_code: str, **params: str | int) -> None:
        self.unopened = Unopened(reason_code, params)
        super().__init__(self.unopened.message)
