"""Which fields of the facts hold words of a list, and of which one."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from .. import facts, vocabularies
from ..editions import EDITIONS

_VOCABULARIES = {
    (facts.AnswerFacts, "answer"): vocabularies.ANSWERS,
    (facts.CommitmentFacts, "ogp_values"): vocabularies.OGP_VALUES,
    (facts.CommitmentFacts, "policy_areas"): vocabularies.POLICY_AREAS,
    (facts.CommitmentFacts, "resources_secured"): vocabularies.SECURED,
    (facts.CommitmentFacts, "scope"): vocabularies.SCOPES,
    (facts.CommitmentFacts, "sectors"): vocabularies.SECTORS,
    (facts.EndorsementFacts, "sector"): vocabularies.SIDES,
    (facts.EvidenceFacts, "kind"): vocabularies.EVIDENCE_TYPES,
    (facts.ForewordFacts, "side"): vocabularies.FOREWORD_SIDES,
    (facts.MeetingFacts, "purposes"): vocabularies.MEETING_PURPOSES,
    (facts.MeetingFacts, "sectors"): vocabularies.SIDES,
    (facts.MilestoneFacts, "evidence_kind"): vocabularies.EVIDENCE_TYPES,
    (facts.MilestoneFacts, "status"): vocabularies.MILESTONE_STATUSES,
    (facts.MonitoringBodyFacts, "kind"): vocabularies.MONITORING_BODY_TYPES,
    (facts.MoveFacts, "new"): vocabularies.MILESTONE_STATUSES,
    (facts.MoveFacts, "old"): vocabularies.MILESTONE_STATUSES,
    (facts.PartyFacts, "branch"): vocabularies.BRANCHES,
    (facts.PartyFacts, "role"): vocabularies.PARTY_ROLES,
    (facts.PlanFacts, "cocreation_mode"): vocabularies.COCREATION_MODES,
    (facts.PlanFacts, "period_basis"): vocabularies.PERIOD_BASES,
    (facts.PlanFacts, "stated_group_types"): vocabularies.GROUP_TYPES,
    (facts.PlanFacts, "vision_origin"): vocabularies.VISION_ORIGINS,
    (facts.ResourceFacts, "kind"): vocabularies.RESOURCE_KINDS,
    (facts.SpaceFacts, "kind"): vocabularies.SPACE_KINDS,
    (facts.SpaceFacts, "mode"): vocabularies.SPACE_MODES,
    (facts.SpaceFacts, "sectors"): vocabularies.SIDES,
}


def _words() -> Iterable[tuple[tuple[type, str], tuple[str, ...]]]:
    yield (facts.PlanFacts, "edition"), tuple(EDITIONS)
    for field, vocabulary in _VOCABULARIES.items():
        yield field, vocabulary.slugs


WORDS: Mapping[tuple[type, str], tuple[str, ...]] = MappingProxyType(dict(_words()))


def words_of(cls: type, field: str) -> tuple[str, ...] | None:
    """Return the words that a field may hold, or None where it holds any text."""
    return WORDS.get((cls, field))
