"""A model that ``ogp_wagtail/models.py`` does not name exists only once something happens to import it."""

import ast

from tests.processes import REPOSITORY, succeed

EVERY_MODEL = """
import django, importlib, pkgutil
django.setup()
from django.apps import apps
import ogp_wagtail, ogp_wagtail.models
skipped = ("ogp_wagtail.management", "ogp_wagtail.migrations")
for module in pkgutil.walk_packages(ogp_wagtail.__path__, "ogp_wagtail."):
    if not module.name.startswith(skipped) and not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("ogp_wagtail"):  # else it is an extra, not installed
                raise
for model in apps.get_app_config("ogp_wagtail").get_models():
    if getattr(ogp_wagtail.models, model.__name__, None) is not model:
        print("missing:", model.__module__, model.__name__)
"""


def test_models_re_exports_the_models_of_every_room() -> None:
    output = succeed("-c", EVERY_MODEL, DJANGO_SETTINGS_MODULE="tests.settings")
    assert [line for line in output.splitlines() if line.startswith("missing:")] == []


def test_models_re_exports_and_does_nothing_else() -> None:
    tree = ast.parse((REPOSITORY / "ogp_wagtail" / "models.py").read_text(encoding="utf-8"))
    others = [node for node in tree.body[1:] if not isinstance(node, ast.ImportFrom) and not names_all(node)]
    assert [ast.unparse(node) for node in others] == []


def names_all(node: ast.stmt) -> bool:
    """Whether a statement is ``__all__ = [...]``."""
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
