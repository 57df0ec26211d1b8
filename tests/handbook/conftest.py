"""What all tests of the rules share: nothing of Django's is prepared, and whatever the rules say they say whole."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from ogp_wagtail.handbook import Deadline, Finding
from ogp_wagtail.handbook.status import Condition

from .build import says_whole_sentences


@pytest.fixture(autouse=True)
def media() -> None:
    """No uploads."""


@pytest.fixture(autouse=True)
def language() -> None:
    """No language but that of the rules."""


@pytest.fixture(autouse=True)
def whole_sentences(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every finding, date and condition that a test meets on its way can be shown, whatever the test is about."""
    made: list[Any] = []
    for cls in (Finding, Deadline, Condition):
        monkeypatch.setattr(cls, "__init__", _remembered(cls.__init__, made))
    yield
    monkeypatch.undo()
    assert [one for one in made if not says_whole_sentences(one)] == []


def _remembered(init: Callable[..., None], made: list[Any]) -> Callable[..., None]:
    def remember(self: Any, *values: Any, **named: Any) -> None:
        init(self, *values, **named)
        made.append(self)

    return remember
