"""The world of these tests."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Page

from tests.monitoring.worlds import World, world


@pytest.fixture
def filed(home: Page, superuser: Any) -> World:
    """A filed plan whose point of contact is the superuser."""
    return world(home, superuser)
