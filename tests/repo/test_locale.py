"""Every sentence that users see exists in Spanish, whole and compiled."""

import gettext
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from tests.processes import REPOSITORY, succeed

PACKAGE = REPOSITORY / "ogp_wagtail"
SPANISH = Path("locale", "es", "LC_MESSAGES", "django.po")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    """The Spanish sentences as the translators write them."""
    return polib.pofile(str(PACKAGE / SPANISH))


def forms(entry: polib.POEntry) -> list[str]:
    """The translations of an entry: one, or one for each plural form."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def sentences(catalogue: polib.POFile) -> set[tuple[str | None, str, str]]:
    """What has to be translated: context, sentence, plural."""
    return {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalogue}


def placeholders(*sentences: str) -> set[str]:
    """The places in sentences that are filled with values."""
    return {found for sentence in sentences for found in PLACEHOLDER.findall(sentence)}


def compiled(path: Path) -> dict[object, str]:
    """What Python reads from a compiled catalogue; the key of a plural is the sentence and the form's number."""
    with path.open("rb") as file:
        return dict(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]


def as_compiled(entry: polib.POEntry) -> Iterator[tuple[object, str]]:
    """The entry under the keys it has in a compiled catalogue."""
    key = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
    if not entry.msgid_plural:
        yield key, entry.msgstr
    for number, sentence in entry.msgstr_plural.items():
        yield (key, number), sentence


def test_every_sentence_is_translated(catalogue: polib.POFile) -> None:
    assert [entry.msgid for entry in catalogue if not all(forms(entry))] == []


def test_no_translation_is_a_guess(catalogue: polib.POFile) -> None:
    assert [entry.msgid for entry in catalogue if entry.fuzzy] == []


def test_a_translation_has_the_places_of_its_sentence(catalogue: polib.POFile) -> None:
    wrong = [
        (entry.msgid, sentence)
        for entry in catalogue
        for sentence in forms(entry)
        if placeholders(sentence) != placeholders(entry.msgid, entry.msgid_plural)
    ]
    assert wrong == []


def test_what_is_compiled_is_what_was_written(catalogue: polib.POFile) -> None:
    written = {key: said for entry in catalogue for key, said in as_compiled(entry)}
    read = compiled((PACKAGE / SPANISH).with_suffix(".mo"))
    read.pop("")  # the header
    assert read == written


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("xgettext") is None, reason="needs xgettext, of GNU gettext")
def test_no_sentence_of_the_source_is_missing(catalogue: polib.POFile, tmp_path: Path) -> None:
    source = shutil.copytree(PACKAGE, tmp_path / "source", ignore=shutil.ignore_patterns("__pycache__"))
    succeed("-m", "django", "makemessages", "--locale", "es", "--no-obsolete", cwd=source)
    assert sentences(polib.pofile(str(source / SPANISH))) - sentences(catalogue) == set()
