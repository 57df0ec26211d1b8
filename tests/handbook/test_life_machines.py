"""Tables of allowed transitions: what leads on, what is refused, and what the refusal names."""

from ogp_wagtail.handbook.life import Machine, Transition

from .build import plan_of

DOOR = Machine(
    "door",
    (Transition("open", "shut", "closed"), Transition("closed", "lock", "locked", "with the key")),
    {"shut": "shut it", "open": "wide open"},
)


def test_an_event_leads_to_the_state_of_its_row() -> None:
    assert DOOR.after("open", "shut") == "closed"
    assert DOOR.states == ("open", "closed", "locked")
    assert list(DOOR.refusal("PLAN-PERIOD-08", plan_of(), "open", "shut")) == []


def test_any_other_event_is_refused_and_what_is_allowed_is_named() -> None:
    assert DOOR.after("open", "lock") is None
    (finding,) = DOOR.refusal("PLAN-PERIOD-08", plan_of(), "open", "lock", field="state")
    assert (finding.rule, finding.field, str(finding.severity)) == ("PLAN-PERIOD-08", "state", "error")
    assert finding.message == "“lock” is not possible while it is “wide open”."
    assert finding.hint == "Possible: shut it."


def test_a_final_state_says_so() -> None:
    (finding,) = DOOR.refusal("PLAN-PERIOD-08", plan_of(), "locked", "shut")
    assert finding.hint == "“locked” is final."
