"""Database addresses (``postgres://…``, ``mysql://…``, ``sqlite:///…``) as Django's dictionaries."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

ENGINES = {"postgres": "postgresql", "postgresql": "postgresql", "mysql": "mysql"}

# IMMEDIATE takes the write lock at BEGIN: without it, "read, decide, write" of two editors at once ends in
# "database is locked" instead of one waiting for the other.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}


def database(url: str) -> dict[str, Any]:
    """Translate an address; ``ValueError`` for a scheme that Django has no engine for."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path.removeprefix("/"))))
    if parts.scheme not in ENGINES:
        raise ValueError(f"{parts.scheme!r} is no database scheme; use one of: sqlite, {', '.join(ENGINES)}")
    return {
        "ENGINE": f"django.db.backends.{ENGINES[parts.scheme]}",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }


def sqlite(path: Path) -> dict[str, Any]:
    """A SQLite file as a site with several editors needs it."""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": dict(SQLITE_OPTIONS)}
