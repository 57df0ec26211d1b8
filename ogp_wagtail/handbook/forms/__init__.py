"""The two forms of the handbook as data, in form order, and what keeps them from being filed."""

from .annex1 import ANNEX_1, check_annex_1
from .annex2 import ANNEX_2, check_annex_2
from .english import check_english, commitment_in_english, plan_in_english
from .fields import FormField, Kind, Required
from .parties import ROLE_OF_ITEM
from .taking_part import count_said, types_said

__all__ = [
    "ANNEX_1",
    "ANNEX_2",
    "ROLE_OF_ITEM",
    "FormField",
    "Kind",
    "Required",
    "check_annex_1",
    "check_annex_2",
    "check_english",
    "commitment_in_english",
    "count_said",
    "plan_in_english",
    "types_said",
]
