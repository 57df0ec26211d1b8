"""A row of the register as a finding names it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """``key`` leads to its page, ``subject`` names it among people."""

    key: str
    subject: str
