"""Mark the handbook's English sentences for translation, without translating them.

The handbook knows no language but English. ``makemessages`` collects what is wrapped in ``_``, and whoever
shows a finding translates its template then.
"""


def _(text: str) -> str:
    """Return ``text`` as it is."""
    return text


class Label(str):
    """A word inside a message that is itself translated before the message is put together."""

    __slots__ = ()


class Labels(tuple[str, ...]):
    """Several words in one place of a message; each ``Label`` among them is translated on its own."""

    __slots__ = ()

    def __str__(self) -> str:
        return ", ".join(self)
