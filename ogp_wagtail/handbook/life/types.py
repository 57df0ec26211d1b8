"""What a life is: states, the events that lead from one to another, and the refusal of every other way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..findings import Finding, Thing, error
from ..words import Label, Labels, _


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of a table: in ``source``, ``event`` leads to ``target``; ``guard`` says in words on what terms."""

    source: str
    event: str
    target: str
    guard: str = ""


@dataclass(frozen=True, slots=True)
class Machine:
    """The table of one life. ``words`` gives states and events their English words; else a slug is its own word."""

    name: str
    transitions: tuple[Transition, ...]
    words: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def states(self) -> tuple[str, ...]:
        """Every state, once each, in the order of the table."""
        return tuple(
            dict.fromkeys(state for one in self.transitions for state in (one.source, one.target) if state)
        )

    def allowed(self, state: str) -> tuple[Transition, ...]:
        """Return the transitions that lead on from a state; none from a final one."""
        return tuple(one for one in self.transitions if one.source == state)

    def after(self, state: str, event: str) -> str | None:
        """Return the state to which an event leads from ``state``, or None where it is not allowed."""
        return next((one.target for one in self.allowed(state) if one.event == event), None)

    def refusal(
        self, rule: str, thing: Thing, state: str, event: str, *, field: str = ""
    ) -> Iterator[Finding]:
        """Yield an error under ``rule`` when the event is not allowed in this state; it names those that are."""
        if self.after(state, event) is None:
            allowed = Labels(self.word(one.event) for one in self.allowed(state))
            yield error(
                rule,
                thing,
                _("“%(event)s” is not possible while it is “%(state)s”."),
                hint=_("Possible: %(allowed)s.") if allowed else _("“%(state)s” is final."),
                field=field,
                event=self.word(event),
                state=self.word(state),
                allowed=allowed,
            )

    def word(self, slug: str) -> Label:
        """The English word for a state or an event, marked to be translated."""
        return Label(self.words.get(slug, slug))
