"""The order in which people count: C2 before C10."""

from __future__ import annotations


def natural(name: str) -> tuple[str, int, str]:
    """A key to sort by: the words of a name, then the number at its end."""
    head = name.rstrip("0123456789")
    number = name[len(head) :]
    return head, int(number) if number.isdecimal() else 0, name
