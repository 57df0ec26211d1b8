"""Facts as JSON: how another system hands a plan to the rules, and the JSON Schema of what it hands over.

Everything follows from the type hints of the facts: dates are "2027-12-31", months "2025-09", sets are lists,
mappings are objects. What cannot be read is refused once, with the path of every field that is at fault:

>>> from ogp_wagtail.handbook.facts_json import UnreadableFactsError, read_plan
>>> try:
...     read_plan('{"key": "1", "code": "MTY", "period_end": "2027-02-29", "membres": []}')
... except UnreadableFactsError as refusal:
...     print(refusal)
period_end: "2027-02-29" is not a date: write YYYY-MM-DD, such as 2027-12-31.
membres: no such field; did you mean members?
"""

from .documents import plan_from, plan_schema, read_plan, written_plan
from .problems import Problem, UnreadableFactsError

__all__ = ["Problem", "UnreadableFactsError", "plan_from", "plan_schema", "read_plan", "written_plan"]
