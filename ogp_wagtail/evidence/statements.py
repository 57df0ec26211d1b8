"""Plain SQL for what every search asks, where building the question would cost more than the answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.db import connection


def rows(statement: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """What a question returns."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())


def run(statement: str, params: Sequence[Any] = ()) -> None:
    """Run a statement that answers nothing."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def many(statement: str, params: Sequence[tuple[Any, ...]]) -> None:
    """Run a statement for each row of parameters."""
    with connection.cursor() as cursor:
        cursor.executemany(statement, params)


def places(values: Collection[Any]) -> str:
    """The places of values in a list of SQL; at least one, since SQL knows no empty list."""
    return ", ".join(["%s"] * len(values)) or "NULL"
