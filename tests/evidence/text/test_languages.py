"""The language of each piece of a document: by its own words, else by its neighbours'."""

import pytest

from ogp_wagtail.evidence.text import languages_of

SPANISH = "La mesa de trabajo aprueba el compromiso de la ciudad y los plazos que se acuerdan con las partes."
ENGLISH = "The forum of the city has agreed to the plan, and it is on the record that this was by a vote."
RUSSIAN = "Каждый человек имеет право на то, что не было и от него или из города все это как по закону."


@pytest.mark.parametrize(
    ("texts", "languages"),
    [
        ([SPANISH, ENGLISH], ["es", "en"]),
        ([SPANISH, "7 | 12 | 2019", ENGLISH, "Total"], ["es", "es", "en", "en"]),
        (["1.", SPANISH], ["es", "es"]),
        (["1.", "2."], ["en", "en"]),
        ([ENGLISH, RUSSIAN, "—"], ["en", "ru", "ru"]),
        (["de la", ENGLISH], ["en", "en"]),
        ([], []),
    ],
)
def test_each_piece_has_its_own_language_or_its_neighbours(texts: list[str], languages: list[str]) -> None:
    assert languages_of(texts, ["en", "es", "ru"]) == languages


def test_a_site_of_one_language_has_no_other() -> None:
    assert languages_of([SPANISH, ENGLISH], ["en"]) == ["en", "en"]


def test_a_site_without_languages_names_none() -> None:
    assert languages_of([SPANISH], []) == [""]
