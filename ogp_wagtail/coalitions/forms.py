"""The form of a coalition: says at once what the seats of the coalition would refuse."""

from __future__ import annotations

from wagtail.admin.forms import WagtailAdminModelForm

from ogp_wagtail.coalitions import composition
from ogp_wagtail.law import explain


class CoalitionForm(WagtailAdminModelForm):
    """Checks number and country of the members before anything is saved (COAL-01, COAL-02)."""

    def is_valid(self) -> bool:
        """The members are forms of their own: they are looked at together, once each of them is sound."""
        return super().is_valid() and not self._refused_members()

    def _refused_members(self) -> bool:
        rows = self.formsets["members"].forms if "members" in self.formsets else ()
        chosen = [row.cleaned_data for row in rows if row.cleaned_data]
        jurisdictions = [
            row["jurisdiction"] for row in chosen if row.get("jurisdiction") and not row.get("DELETE")
        ]
        findings = composition.findings(self.cleaned_data["country"], jurisdictions)
        for finding in findings:
            self.add_error(None, explain(finding))
        return bool(findings)
