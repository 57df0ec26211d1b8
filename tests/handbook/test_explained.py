"""What an edition leaves open is said in words."""

from ogp_wagtail.handbook import CURRENT
from ogp_wagtail.handbook.explained import EXPLAINED
from ogp_wagtail.handbook.readings import readings_of
from ogp_wagtail.handbook.rules import RULES


def test_everything_left_open_is_explained_and_nothing_else() -> None:
    assert set(EXPLAINED) == set(readings_of(CURRENT))


def test_every_word_allowed_has_its_meaning_and_no_other_word() -> None:
    known = readings_of(CURRENT)
    wrong = {key: one.choices for key, one in EXPLAINED.items() if set(one.choices) != set(known[key].words)}
    assert wrong == {}


def test_the_meanings_of_one_reading_differ() -> None:
    assert [key for key, one in EXPLAINED.items() if len(set(one.choices.values())) != len(one.choices)] == []


def test_each_names_the_rules_it_decides() -> None:
    assert [key for key, one in EXPLAINED.items() if not one.rules or set(one.rules) - set(RULES)] == []


def test_each_is_a_question() -> None:
    assert [key for key, one in EXPLAINED.items() if not one.question.endswith("?")] == []
