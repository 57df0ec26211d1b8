"""What proves what: pieces of evidence, the claims they serve, and who bears the burden of proof (Annex 5, §3.5)."""

from .claims import STATUS_LABELS, WHAT_LABELS, Claim, ClaimStatus, claims
from .items import check_items, is_evidence, is_proof, items_to_check
from .proving import check_claims

__all__ = [
    "STATUS_LABELS",
    "WHAT_LABELS",
    "Claim",
    "ClaimStatus",
    "check_claims",
    "check_items",
    "claims",
    "is_evidence",
    "is_proof",
    "items_to_check",
]
