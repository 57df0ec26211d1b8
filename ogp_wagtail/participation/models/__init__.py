"""The tables of participation."""

from ogp_wagtail.participation.models.contribution import Contribution
from ogp_wagtail.participation.models.notice import Notice
from ogp_wagtail.participation.models.response import ReasonedResponse
from ogp_wagtail.participation.models.website import Website

__all__ = ["Contribution", "Notice", "ReasonedResponse", "Website"]
