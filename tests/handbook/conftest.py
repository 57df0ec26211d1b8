"""The rules know neither Django's settings nor files nor languages, so their tests prepare none of these."""

import pytest


@pytest.fixture(autouse=True)
def media() -> None:
    """No uploads."""


@pytest.fixture(autouse=True)
def language() -> None:
    """No language but that of the rules."""
