"""Who may import whom: the arrows of ``docs/explanation/architecture.md``, read from the source."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "ogp_wagtail"

# Root modules that join the rooms together: they may import everything, and nothing imports them.
JOINTS = {"wagtail_hooks", "apps", "models", "checks", "urls", "management", "templatetags", "tasks"}

REGISTER = {"members"}
BELOW_COALITIONS = REGISTER | {"plans"}
BELOW_PAGES = BELOW_COALITIONS | {"coalitions"}
BELOW_SOURCES = BELOW_PAGES | {"pages"}
BELOW_ADMIN = BELOW_SOURCES | {"participation", "monitoring", "evidence"}

# Room -> rooms it may import. Every room but the handbook may also use the handbook, jobs and the foundation,
# the root modules that are no joint (conf, fields ...).
ROOMS: dict[str, set[str]] = {
    "handbook": set(),
    "jobs": set(),
    "members": set(),
    "plans": REGISTER,
    "coalitions": BELOW_COALITIONS,
    "pages": BELOW_PAGES,
    "participation": BELOW_SOURCES,
    "monitoring": BELOW_SOURCES,
    "evidence": BELOW_SOURCES,
    "exchange": BELOW_ADMIN,
    "admin": BELOW_ADMIN,
}


@dataclass(frozen=True)
class Import:
    """One imported name, written out in full, and where it stands."""

    file: str
    line: int
    name: str
    in_function: bool

    @property
    def room(self) -> str:
        """The part of our package that the name belongs to; empty for somebody else's package."""
        package, _, rest = self.name.partition(".")
        return rest.partition(".")[0] if package == PACKAGE else ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.name}"


def imports(source: str, file: str) -> Iterator[Import]:
    """Every import of a module, relative ones and ``import_module("...")`` with a literal resolved."""
    yield from inside(ast.parse(source), file, in_function=False)


def inside(node: ast.AST, file: str, in_function: bool) -> Iterator[Import]:
    """The imports below a node of the tree."""
    for child in ast.iter_child_nodes(node):
        for name in names(child, file):
            yield Import(file, child.lineno, name, in_function)
        hidden = in_function or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from inside(child, file, hidden)


def names(node: ast.AST, file: str) -> list[str]:
    """The full names that one node imports."""
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom():
            return [f"{origin(node, file)}.{alias.name}" for alias in node.names]
        case ast.Call(
            func=ast.Name(id="import_module" | "__import__")
            | ast.Attribute(attr="import_module" | "import_string"),
            args=[ast.Constant(value=str(name)), *_],
        ):
            return [name]
    return []


def origin(node: ast.ImportFrom, file: str) -> str:
    """The module after ``from``, with leading dots replaced by the packages they stand for."""
    if not node.level:
        return node.module or ""
    packages = file.removesuffix(".py").split("/")[: -node.level]
    return ".".join([*packages, *([node.module] if node.module else [])])


def room_of(file: str) -> str:
    """The room or root module in which a file of the package lies."""
    return file.removesuffix(".py").split("/")[1]


def fault(found: Import) -> str:
    """Why an import may not be; empty when it may."""
    room = room_of(found.file)
    if room == "handbook":
        return "" if allowed_in_handbook(found) else "the handbook imports the standard library only"
    if found.name.partition(".")[0] != PACKAGE:
        return ""
    if found.in_function:
        return "an import of our own belongs to the top of the module"
    return "" if allowed(room, found.room) else f"no arrow leads from {room} to {found.room}"


def allowed_in_handbook(found: Import) -> bool:
    """Standard library, or another module of the handbook."""
    return found.room == "handbook" or found.name.partition(".")[0] in sys.stdlib_module_names


def allowed(room: str, target: str) -> bool:
    """Whether an arrow leads from a room or root module to another."""
    if room == target or room in JOINTS or target == "handbook":
        return True
    if target in JOINTS or room == "migrations" or target == "migrations":
        return False
    if room not in ROOMS:  # the foundation stands on the handbook alone
        return target not in ROOMS
    return target == "jobs" or target not in ROOMS or target in ROOMS[room]


def faults(root: Path) -> list[str]:
    """Everything that is wrong with the imports below the package's folder, one line each."""
    return [
        f"{found}: {reason}"
        for path in sorted((root / PACKAGE).rglob("*.py"))
        for found in imports(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
        if (reason := fault(found))
    ]
