"""What a measuring module hands to the runner: one JSON document on standard output."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def tell(**flows: Mapping[str, Any]) -> None:
    """Print what was done (``workload``) and what it cost (``figures``), by the name of the flow."""
    print(json.dumps({name.replace("_", "-"): dict(measured) for name, measured in flows.items()}))


def skipped(reason: str) -> dict[str, str]:
    """In place of a measurement that cannot be taken here."""
    return {"skipped": reason}


def real_data() -> Path:
    """The folder of real documents; it need not exist."""
    return Path(os.environ.get("OGP_TEST_DATA") or ROOT.parent / "shared" / "data")
