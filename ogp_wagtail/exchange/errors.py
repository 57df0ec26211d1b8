"""What somebody gave us that cannot be used."""

from __future__ import annotations


class WrongInput(Exception):
    """An argument that cannot be used as it is. ``message`` says what is allowed; it is plain language."""

    def __init__(self, argument: str, message: str) -> None:
        super().__init__(f"{argument}: {message}")
        self.argument = argument
        self.message = message
