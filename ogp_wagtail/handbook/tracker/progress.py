"""What an update says, and whether it counts as progress."""

from collections.abc import Collection

from ..facts import EntryFacts, MoveFacts, UpdateFacts

FORWARD = frozenset({("not-started", "in-progress"), ("stuck", "in-progress")})


def counts(update: UpdateFacts) -> bool:
    """TRK-02, TRK-05, §3.5.4: an update counts once the point of contact has published it."""
    return update.published_on is not None and update.by_point_of_contact


def takes_step(move: MoveFacts) -> bool:
    """TRK-04, §4.1 (derived): a milestone moved toward finished; from wherever it stood if it is finished now."""
    is_finished = move.new == "finished" and move.old != "finished"
    return is_finished or (move.old, move.new) in FORWARD


def shows_step(entry: EntryFacts) -> bool:
    """TRK-04, §4.1 (derived): a milestone moved forward, or a step is both described and evidenced."""
    is_proved = bool(entry.step.strip()) and entry.evidenced
    return is_proved or any(takes_step(move) for move in entry.moves)


def says_something(entry: EntryFacts) -> bool:
    """Say whether an entry is filled at all; one left blank is no update of its commitment."""
    texts = (entry.text, entry.step, entry.delay_reason, entry.next_steps)
    return bool(entry.moves) or any(text.strip() for text in texts)


def is_update(update: UpdateFacts, commitments: Collection[str]) -> bool:
    """TRK-04, §4.1 (derived): the update counts and says something of at least one of these commitments."""
    return counts(update) and any(
        entry.commitment in commitments and says_something(entry) for entry in update.entries
    )


def is_progress(update: UpdateFacts, commitments: Collection[str]) -> bool:
    """TRK-04, §4.1 (derived): the update counts and shows a step in at least one of these commitments."""
    return counts(update) and any(
        entry.commitment in commitments and shows_step(entry) for entry in update.entries
    )
