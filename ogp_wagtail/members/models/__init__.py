"""Who takes part: jurisdictions and their terms of office, organisations, people and the roles they hold."""

from ogp_wagtail.members.models.application import Application
from ogp_wagtail.members.models.call import Call
from ogp_wagtail.members.models.civic_space import CivicSpaceCase
from ogp_wagtail.members.models.country import Country
from ogp_wagtail.members.models.irm import IrmPublication
from ogp_wagtail.members.models.jurisdiction import Jurisdiction, Term
from ogp_wagtail.members.models.letter import Signatory, TrackRecord
from ogp_wagtail.members.models.monitoring_body import MonitoringBody
from ogp_wagtail.members.models.orientation import Orientation
from ogp_wagtail.members.models.owner import PlanOwner
from ogp_wagtail.members.models.people import Organisation, Person
from ogp_wagtail.members.models.role import RoleAssignment
from ogp_wagtail.members.models.status import StatusEvent

__all__ = [
    "Application",
    "Call",
    "CivicSpaceCase",
    "Country",
    "IrmPublication",
    "Jurisdiction",
    "MonitoringBody",
    "Organisation",
    "Orientation",
    "Person",
    "PlanOwner",
    "RoleAssignment",
    "Signatory",
    "StatusEvent",
    "Term",
    "TrackRecord",
]
