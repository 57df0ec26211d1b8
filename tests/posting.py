"""What a browser posts when nobody has changed a thing in a form: every field that the page holds, with its value.

A test that writes a form's fields down by hand is outdated by the next field; one that asks the page is not.
"""

from __future__ import annotations

from typing import Any

from lxml import html


def posted(page: bytes, holding: str = "title") -> dict[str, Any]:
    """The form of a page of the admin that holds a field, as a browser would post it."""
    forms = html.fromstring(page.decode()).forms
    form = next(form for form in forms if holding in form.fields)
    fields: dict[str, Any] = {}
    for name, value in form.form_values():
        fields.setdefault(name, []).append(value)
    return fields
