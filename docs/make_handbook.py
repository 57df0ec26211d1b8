"""Write ``docs/handbook.md`` from the code: ``make handbook``.

Rules, sections, functions and questions come from ``ogp_wagtail.handbook``, the tests from their names: a test of
rule COAL-06 is called ``test_coal_06_…``. A test of the repository fails when the page is out of date.
"""

import contextlib
import dataclasses
import importlib
import inspect
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ogp_wagtail import handbook
from ogp_wagtail.handbook import questions
from ogp_wagtail.handbook.__main__ import main as command
from ogp_wagtail.handbook.rules import CHAPTERS, RULES, Chapter, Rule

REPOSITORY = Path(__file__).resolve().parent.parent
PAGE = REPOSITORY / "docs" / "handbook.md"
EXAMPLE = REPOSITORY / "docs" / "examples" / "facts.json"
ASKED = ("review", "docs/examples/facts.json", "--day", "2024-03-15")

OPENING = """\
# The handbook, rule by rule

What OGP asks of its local members, in the handbook's order, and where this package does it. Each rule has its id, the
section of the handbook that gives it, a kind and our own short title; then the function that checks or reckons it, or
the question by which a person judges it; then the tests that show how it is read, at its edges too.

| Kind | What follows |
| --- | --- |
| HARD | What breaks it is refused, or reported as an error. |
| DEADLINE | A date reckoned from an event; the day itself is still on time. |
| WARN | Recommended practice or doubtful data; it stops nobody. |
| DATA | Something to be kept, a list to choose from, or a number to be computed. |
| ROLE | Who may or has to do something. |
| STATUS | A state that follows from facts, or a change between states. |
| PUBLISH | Something the public is to see. |

A section marked "derived" does not stand in the handbook literally: it follows from it, or closes a gap that it leaves.
How dates are counted: [calendar.py](../ogp_wagtail/handbook/calendar.py). Any rule can be called without Django:

```python
from ogp_wagtail.handbook import review, timetable
```

This page is written by `make handbook`; a test compares it with the code. Change the rule, not the page.
"""

NUMBERS = """\
## The numbers

Every number and every reading that can be chosen stands in an edition of the handbook,
[editions.py](../ogp_wagtail/handbook/editions.py), and nowhere else. A plan keeps the edition under which it was filed.
Below are those of `{code}`, the {name}.

A city that agreed another reading with the Support Unit replaces one value:

```python
implemented = dataclasses.replace(CURRENT.slot, release="implemented")
review(plan, dataclasses.replace(CURRENT, slot=implemented), day=day)
```
"""

FACTS = """\
## A plan from another system

A plan can be checked without this package's database: write down its facts as JSON, and ask.

- `python -m ogp_wagtail.handbook schema` prints the JSON Schema of the facts.
- `python -m ogp_wagtail.handbook review FACTS.json --day D` says what the rules find on that day. `-` reads the facts
  from standard input, `--edition CODE` judges by another edition than the plan's own, `--json` prints one document with
  `day`, `plan`, `edition` and `findings`. The exit code is 0 without findings, 1 with findings, and 2 when the facts
  cannot be read: then each field at fault is named with what is allowed.
- `python -m ogp_wagtail.handbook rules` lists the rules of this page; `--json` gives them as data.

Days are written `2027-12-31`, months `2025-09`; what is not known is left out. Facts refer to one another by `key`, any
text of your own. A small plan, whose last day is one day too late: [facts.json](examples/facts.json).

```console
$ {command}
{output}
```

In Python, `read_plan` and `written_plan` of [facts_json](../ogp_wagtail/handbook/facts_json/__init__.py) read and
write the same facts.
"""


def page() -> str:
    """The whole page."""
    tests = named_tests(REPOSITORY / "tests")
    chapters = [_chapter(chapter, tests) for chapter in CHAPTERS]
    return "\n".join((OPENING, *chapters, _numbers(), _facts()))


def _chapter(chapter: Chapter, tests: Mapping[str, list[tuple[str, Path]]]) -> str:
    rows = [_row(rule, tests.get(rule.id, [])) for rule in chapter.rules]
    return f"## {chapter.title}\n\n" + table(
        ("Rule", "Section", "Kind", "Title", "Function or question", "Tests"), rows
    )


def _row(rule: Rule, tests: Iterable[tuple[str, Path]]) -> tuple[str, ...]:
    named = [link(says, path) for says, path in tests]
    return rule.id, rule.section, rule.kind, str(rule.title), "<br>".join(_answers(rule)), "<br>".join(named)


def _answers(rule: Rule) -> Iterator[str]:
    if rule.function:
        yield link(f"`{rule.function}`", source_of(function_named(rule.function)))
    for question in questions.QUESTIONS:
        if question.rule == rule.id:
            yield f"{link('question', Path(questions.__file__))}: {question.text}"


def function_named(dotted: str) -> Callable[..., Any]:
    """The function with this dotted name within ``ogp_wagtail.handbook``. Raises LookupError."""
    module_name, _, name = dotted.rpartition(".")
    try:
        module = importlib.import_module(f"{handbook.__name__}.{module_name}".rstrip("."))
        function = getattr(module, name)
    except (ImportError, AttributeError):
        raise LookupError(f"{handbook.__name__} has no {dotted}") from None
    if not callable(function):
        raise LookupError(f"{handbook.__name__}.{dotted} is no function")
    return function


def source_of(function: Callable[..., Any]) -> Path:
    """The file in which a function is written."""
    return Path(inspect.getsourcefile(inspect.unwrap(function)) or "")


def slug(rule_id: str) -> str:
    """How a rule's id stands in the name of a test."""
    return re.sub(r"[-.]", "_", rule_id.lower())


def named_tests(folder: Path) -> dict[str, list[tuple[str, Path]]]:
    """The tests of each rule, by id: what their names say, and their files. One test may name several rules."""
    ids = {slug(rule_id): rule_id for rule_id in RULES}
    one_id = "|".join(sorted(map(re.escape, ids), key=len, reverse=True))
    form = re.compile(rf"^\s*(?:async )?def test_((?:(?:{one_id})_(?:and_)?)+)(\w+)\(", re.M)
    found: dict[str, list[tuple[str, Path]]] = {}
    for path in sorted(folder.rglob("test_*.py")):
        for named, says in form.findall(path.read_text(encoding="utf-8")):
            for one in re.findall(rf"({one_id})_", named):
                found.setdefault(ids[one], []).append((says.replace("_", " "), path))
    return found


def link(text: str, path: Path) -> str:
    """A link from the page to a file of the repository."""
    return f"[{text}](../{path.relative_to(REPOSITORY).as_posix()})"


def _numbers() -> str:
    edition = handbook.CURRENT
    groups = [getattr(edition, field.name) for field in dataclasses.fields(edition)]
    names = [field.name for field in dataclasses.fields(edition)]
    rows = [
        row
        for name, group in zip(names, groups, strict=True)
        if dataclasses.is_dataclass(group)
        for row in _group(name, group)
    ]
    opening = NUMBERS.format(name=edition.name, code=edition.code)
    return f"{opening}\n{table(('Number or reading', 'Value', 'Other readings', 'Section'), rows)}"


def _group(name: str, group: Any) -> Iterator[tuple[str, ...]]:
    hints = get_type_hints(type(group))
    for field in dataclasses.fields(group):
        value = getattr(group, field.name)
        others = [_value(one) for one in _choices(hints[field.name]) if one != value]
        yield f"`{name}.{field.name}`", _value(value), ", ".join(others), field.metadata["section"]


def _choices(hint: Any) -> tuple[Any, ...]:
    if hint is bool:
        return True, False
    return get_args(hint) if get_origin(hint) is Literal else ()


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(": ".join(map(str, one)) if isinstance(one, tuple) else str(one) for one in value)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _facts() -> str:
    return FACTS.format(command=f"python -m ogp_wagtail.handbook {' '.join(ASKED)}", output=said())


def said() -> str:
    """What the command says of the example."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.chdir(REPOSITORY):
        command(ASKED)
    return output.getvalue().rstrip()


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    headings = list(headings)
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
