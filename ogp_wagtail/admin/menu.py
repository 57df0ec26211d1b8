"""The menu "Open government": everything an editor of a coalition works on, in one place."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from ogp_wagtail.admin.listings import CommitmentListing, MeetingListing, PlanListing
from ogp_wagtail.coalitions.viewsets import CoalitionViewSet
from ogp_wagtail.evidence.viewsets import EvidenceViewSet, FolderViewSet, SynonymsViewSet
from ogp_wagtail.members.joining import (
    ApplicationViewSet,
    CallViewSet,
    IrmPublicationViewSet,
    OrientationViewSet,
    RoleViewSet,
)
from ogp_wagtail.members.status_viewsets import CivicSpaceCaseViewSet, StatusEventViewSet
from ogp_wagtail.members.viewsets import (
    CountryViewSet,
    JurisdictionViewSet,
    MonitoringBodyViewSet,
    OrganisationViewSet,
    PersonViewSet,
)
from ogp_wagtail.monitoring.viewsets import (
    EndOfCommitmentReportViewSet,
    InceptionReportViewSet,
    LearningReportViewSet,
    ProgressUpdateViewSet,
    RequirementResultViewSet,
)
from ogp_wagtail.participation.viewsets import (
    ContributionViewSet,
    NoticeViewSet,
    ReasonedResponseViewSet,
    WebsiteViewSet,
)
from ogp_wagtail.plans.judgement_viewsets import OverruledWarningViewSet, ReviewAnswerViewSet
from ogp_wagtail.plans.viewsets import AmendmentViewSet, EndorsementViewSet


class OpenGovernmentGroup(ViewSetGroup):
    """The menu, in the order of the work."""

    menu_label = _("Open government")
    menu_icon = "group"
    menu_order = 150
    items = (
        PlanListing("ogp-plans", url_prefix="ogp/plans", menu_order=1),
        CommitmentListing("ogp-commitments", url_prefix="ogp/commitments", menu_order=2),
        CoalitionViewSet(menu_order=3),
        MeetingListing("ogp-meetings", url_prefix="ogp/meetings", menu_order=4),
        NoticeViewSet(menu_order=5),
        ContributionViewSet(menu_order=6),
        ReasonedResponseViewSet(menu_order=7),
        WebsiteViewSet(menu_order=8),
        ProgressUpdateViewSet(menu_order=9),
        InceptionReportViewSet(menu_order=10),
        EndOfCommitmentReportViewSet(menu_order=11),
        LearningReportViewSet(menu_order=12),
        RequirementResultViewSet(menu_order=13),
        EvidenceViewSet(menu_order=14),
        FolderViewSet(menu_order=15),
        PersonViewSet(menu_order=16),
        OrganisationViewSet(menu_order=17),
        EndorsementViewSet(menu_order=18),
        AmendmentViewSet(menu_order=19),
        JurisdictionViewSet(menu_order=20),
        MonitoringBodyViewSet(menu_order=21),
        CountryViewSet(menu_order=22),
        CallViewSet(menu_order=23),
        ApplicationViewSet(menu_order=24),
        OrientationViewSet(menu_order=25),
        RoleViewSet(menu_order=26),
        IrmPublicationViewSet(menu_order=27),
        StatusEventViewSet(menu_order=28),
        CivicSpaceCaseViewSet(menu_order=29),
        ReviewAnswerViewSet(menu_order=30),
        OverruledWarningViewSet(menu_order=31),
        SynonymsViewSet(menu_order=32),
    )
