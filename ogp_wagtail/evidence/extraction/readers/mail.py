"""EML: messages as they were sent (RFC 5322, MIME), by the standard library.

Each message is a place of its own, those that were forwarded as attachments included. Other attachments are
named, not read: a clerk who needs their text stores them as evidence of their own.
"""

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from ..cleaning import clean, clean_name
from ..encodings import MAX_TEXT, decode
from ..outcome import Extraction, Passage, Place, refuse
from ..passages import Outline, at_place
from .html import add_markup

_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_MAX_SIZE = 4 * MAX_TEXT  # attachments are part of the file


def read_mail(path: Path, kind: str, name: str) -> Extraction:
    """The headers that people read, the text, and the names of what is attached."""
    if path.stat().st_size > _MAX_SIZE:
        refuse("too_large")
    with path.open("rb") as file:
        message = BytesParser(_class=EmailMessage, policy=policy.default).parse(file)
    return Extraction(tuple(_passages(message)), kind, reader="email")


def _passages(outer: EmailMessage) -> Iterator[Passage]:
    messages = [outer, *_forwarded(outer)]
    for number, message in enumerate(messages, start=1):
        text = clean("\n".join([*_headers(message), "", *_texts(message), *_attachments(message)]))
        yield from at_place(Place("message", number), text, _line(message, "Subject"))


def _forwarded(outer: EmailMessage) -> Iterator[EmailMessage]:
    for part in outer.walk():
        if part.get_content_type() == "message/rfc822" and part is not outer:
            yield from (inner for inner in part.get_payload() if isinstance(inner, EmailMessage))


def _headers(message: EmailMessage) -> Iterator[str]:
    for name in _HEADERS:
        value = _line(message, name)
        if value:
            yield f"{name}: {value}"


def _line(message: EmailMessage, name: str) -> str:
    """A header as one line; one that breaks the rules of mail is read as it is written."""
    try:
        value = message.get(name, "")
    except (ValueError, IndexError, AttributeError):  # what the parser of headers trips over
        value = next((raw for key, raw in message.raw_items() if key.lower() == name.lower()), "")
    return clean_name(str(value))


def _texts(message: EmailMessage) -> Iterator[str]:
    """What is shown of a message: its plain text, or the page where it has no plain text."""
    shown = [part for part in _own_parts(message) if not part.is_attachment()]
    plain = [_decoded(part) for part in shown if part.get_content_type() == "text/plain"]
    if any(text.strip() for text in plain):
        yield from plain
        return
    for part in shown:
        if part.get_content_type() == "text/html":
            yield _page(_decoded(part))


def _own_parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a message, without those of messages within it. No recursion, as these nest too."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "multipart":
            waiting += reversed([inner for inner in part.get_payload() if isinstance(inner, EmailMessage)])
        else:
            yield part


def _attachments(message: EmailMessage) -> Iterator[str]:
    return (name for part in _own_parts(message) if (name := part.get_filename()))


def _decoded(part: EmailMessage) -> str:
    """The text of a part in the encoding it names, where that is right."""
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    try:
        return data.decode(str(part.get_content_charset("utf-8")))
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _page(markup: str) -> str:
    outline = Outline()
    if markup.strip():
        add_markup(outline, markup)
    return "\n".join(passage.text for passage in outline.passages())
