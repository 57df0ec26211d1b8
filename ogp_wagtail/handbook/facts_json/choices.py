"""Fields that hold words of a list: of which list, and in which shape."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from .. import facts
from .. import vocabularies as lists
from ..editions import EDITIONS
from ..monitoring.questions import PRACTICES, REQUIREMENTS
from ..questions import QUESTIONS
from ..readings import Reading, readings_of
from .compound import Keyed, Mapped, Several
from .plain import Form, digits, one_of


def _word(words: Iterable[str], *, stated: bool = False) -> Form:
    """One word of a list; unless it has to be ``stated``, it may be left empty."""
    return one_of(tuple(words) if stated else ("", *words))


def _words(words: Iterable[str]) -> Form:
    return Several(one_of(tuple(words)))


def _reading(reading: Reading) -> Form:
    return one_of(reading.words) if reading.words else digits(reading.least)


_EDITIONS = EDITIONS.values()
_READINGS = {key: _reading(one) for edition in _EDITIONS for key, one in readings_of(edition).items()}

FIELDS: Mapping[tuple[type, str], Form] = MappingProxyType(
    {
        (facts.AmendmentFacts, "fields"): _words(
            one.replace("-", "_") for one in lists.AMENDABLE_FIELDS.slugs
        ),
        (facts.AmendmentFacts, "kind"): _word(lists.AMENDMENT_KINDS.slugs, stated=True),
        (facts.AnswerFacts, "answer"): _word(lists.ANSWERS.slugs, stated=True),
        (facts.AnswerFacts, "question"): _word((one.slug for one in QUESTIONS), stated=True),
        (facts.ApproverFacts, "sector"): _word(lists.SIDES.slugs, stated=True),
        (facts.CoalitionFacts, "purposes"): _words(lists.COALITION_PURPOSES.slugs),
        (facts.CommitmentFacts, "ogp_values"): _words(lists.OGP_VALUES.slugs),
        (facts.CommitmentFacts, "policy_areas"): _words(lists.POLICY_AREAS.slugs),
        (facts.CommitmentFacts, "resources_secured"): _word(lists.SECURED.slugs),
        (facts.CommitmentFacts, "scope"): _word(lists.SCOPES.slugs, stated=True),
        (facts.CommitmentFacts, "sectors"): _words(lists.SECTORS.slugs),
        (facts.ContributionFacts, "kind"): _word(lists.CONTRIBUTION_KINDS.slugs, stated=True),
        (facts.ContributionFacts, "outcome"): _word(lists.CONTRIBUTION_OUTCOMES.slugs),
        (facts.ContributionFacts, "stage"): _word(lists.CONTRIBUTION_STAGES.slugs),
        (facts.DateChangeFacts, "what"): _word(("term-end", "own-period", "joined-on"), stated=True),
        (facts.EndorsementFacts, "sector"): _word(lists.SIDES.slugs, stated=True),
        (facts.EvidenceFacts, "kind"): _word(lists.EVIDENCE_TYPES.slugs),
        (facts.EvidenceFacts, "privacy"): _word(("public", "affiliations", "restricted"), stated=True),
        (facts.EvidenceFacts, "source_class"): _word(("primary", "secondary"), stated=True),
        (facts.ForewordFacts, "side"): _word(lists.FOREWORD_SIDES.slugs, stated=True),
        (facts.InvitationFacts, "side"): _word(lists.SIDES.slugs, stated=True),
        (facts.MeetingFacts, "group_types"): _words(lists.GROUP_TYPES.slugs),
        (facts.MeetingFacts, "purposes"): _words(lists.MEETING_PURPOSES.slugs),
        (facts.MeetingFacts, "sectors"): _words(lists.SIDES.slugs),
        (facts.MemberFacts, "status"): _word(lists.STATUSES.slugs, stated=True),
        (facts.MilestoneFacts, "evidence_kind"): _word(lists.EVIDENCE_TYPES.slugs),
        (facts.MilestoneFacts, "status"): _word(lists.MILESTONE_STATUSES.slugs, stated=True),
        (facts.MonitoringBodyFacts, "kind"): _word(lists.MONITORING_BODY_TYPES.slugs),
        (facts.MoveFacts, "new"): _word(lists.MILESTONE_STATUSES.slugs, stated=True),
        (facts.MoveFacts, "old"): _word(lists.MILESTONE_STATUSES.slugs, stated=True),
        (facts.NextStepFacts, "step"): _word(lists.NEXT_STEPS.slugs, stated=True),
        (facts.NoticeFacts, "channels"): _words(lists.NOTICE_CHANNELS.slugs),
        (facts.NoticeFacts, "kind"): _word(lists.NOTICE_KINDS.slugs, stated=True),
        (facts.NoticeFacts, "topics"): _words(lists.NOTICE_TOPICS.slugs),
        (facts.OrientationFacts, "side"): _word(lists.SIDES.slugs, stated=True),
        (facts.PartyFacts, "branch"): _word(lists.BRANCHES.slugs),
        (facts.PartyFacts, "role"): _word(lists.PARTY_ROLES.slugs, stated=True),
        (facts.PlanFacts, "cocreation_mode"): _word(lists.COCREATION_MODES.slugs, stated=True),
        (facts.PlanFacts, "edition"): _word(EDITIONS),
        (facts.PlanFacts, "period_basis"): _word(lists.PERIOD_BASES.slugs),
        (facts.PlanFacts, "readings"): Keyed(_READINGS),
        (facts.PlanFacts, "stated_group_types"): _words(lists.GROUP_TYPES.slugs),
        (facts.PlanFacts, "vision_origin"): _word(lists.VISION_ORIGINS.slugs),
        (facts.ReportFacts, "completion"): _word(lists.COMPLETION_LEVELS.slugs),
        (facts.ReportFacts, "kind"): _word(lists.REPORT_KINDS.slugs, stated=True),
        (facts.ReportFacts, "member_requirements"): Mapped(
            Keyed(dict.fromkeys(REQUIREMENTS, _word(lists.FOUND.slugs)))
        ),
        (facts.ReportFacts, "practices"): Keyed(
            dict.fromkeys(PRACTICES, _word(lists.PRACTICE_RESULTS.slugs))
        ),
        (facts.ReportFacts, "ratings"): Mapped(
            Keyed(dict.fromkeys(lists.CRITERIA.slugs, _word(lists.CRITERIA_RATINGS.slugs)))
        ),
        (facts.ReportFacts, "requirements"): Keyed(dict.fromkeys(REQUIREMENTS, _word(lists.FOUND.slugs))),
        (facts.RequirementFacts, "evaluated_by"): _word(lists.EVALUATORS.slugs, stated=True),
        (facts.RequirementFacts, "requirement"): _word(REQUIREMENTS, stated=True),
        (facts.RequirementFacts, "result"): _word(lists.REQUIREMENT_RESULTS.slugs),
        (facts.ResourceFacts, "kind"): _word(lists.RESOURCE_KINDS.slugs, stated=True),
        (facts.SpaceFacts, "group_types"): _words(lists.GROUP_TYPES.slugs),
        (facts.SpaceFacts, "kind"): _word(lists.SPACE_KINDS.slugs),
        (facts.SpaceFacts, "mode"): _word(lists.SPACE_MODES.slugs),
        (facts.SpaceFacts, "sectors"): _words(lists.SIDES.slugs),
        (facts.StatusEventFacts, "status"): _word(lists.STATUSES.slugs, stated=True),
        (facts.StatusEventFacts, "trigger"): _word(lists.STATUS_TRIGGERS.slugs),
    }
)
