"""The form of a coalition: says at once what the seats of the coalition would refuse."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from ogp_wagtail.coalitions import composition
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.law import explain


class CoalitionForm(WagtailAdminModelForm):
    """Checks number and country of the members before anything is saved (COAL-01, COAL-02)."""

    def is_valid(self) -> bool:
        """The members are forms of their own: they are looked at together, once each of them is sound."""
        return super().is_valid() and not self._refused_members()

    def _refused_members(self) -> bool:
        rows = [row for row in self._rows() if row.cleaned_data.get("jurisdiction")]
        kept = [row for row in rows if not row.cleaned_data.get("DELETE")]
        jurisdictions = [row.cleaned_data["jurisdiction"] for row in kept]
        findings = composition.findings(self.cleaned_data["country"], jurisdictions)
        for finding in findings:
            self._say(finding, kept)
        return bool(findings)

    def _rows(self) -> list[Any]:
        return list(self.formsets["members"].forms) if "members" in self.formsets else []

    def _say(self, finding: Finding, rows: list[Any]) -> None:
        """At the top of the page, and where it is mended: at the member's row, or above all rows."""
        self.add_error(None, explain(finding))
        own = [row for row in rows if str(row.cleaned_data["jurisdiction"].pk) == finding.key]
        for row in own:
            row.add_error("jurisdiction", explain(finding))
        if not own and "members" in self.formsets:
            self.formsets["members"].non_form_errors().append(explain(finding))
