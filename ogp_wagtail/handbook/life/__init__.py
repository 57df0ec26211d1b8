"""The lives of the things the handbook speaks of, as tables of the transitions it allows."""

from .types import Machine, Transition

__all__ = ["Machine", "Transition"]
