"""Guesses that spare a clerk clicks: a file's folder and its type of Annex 5, by words, each with its reason.

A guess is only ever offered. The table is small on purpose: a word stands in it when it names one type clearly, in
the languages in which most plans are written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ogp_wagtail.evidence.models import Folder

# Words (or beginnings of words, with a star) in a name, a folder or the first lines; the first line that fits wins.
WORDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("EV-3.4", ("attendance", "attendees", "participants", "asistencia", "asistentes", "participantes", "presence")),
    ("EV-3.8", ("reasoned", "feedback", "retroalimentacion", "retour", "devolucion")),
    ("EV-3.3", ("minutes", "agenda", "acta", "actas", "orden del dia", "proces verbal", "compte rendu")),
    ("EV-3.2", ("invitation", "invitations", "invitacion", "invitaciones", "convocatoria")),
    ("EV-3.1", ("notice", "advertisement", "aviso", "anuncio", "annonce")),
    ("EV-3.5", ("proposal", "proposals", "propuesta", "propuestas", "propositions")),
    ("EV-3.7", ("consultation", "consulta", "survey", "encuesta", "workshop", "taller", "atelier")),
    ("EV-2.1", ("terms of reference", "charter", "reglamento", "lineamientos", "termes de reference", "statuts")),
    ("EV-2.2", ("working group", "grupo de trabajo", "groupe de travail")),
    ("EV-2.3", ("members list", "composition", "integrantes", "membres")),
    ("EV-1.1", ("timeline", "schedule", "cronograma", "calendario", "calendrier")),
    ("EV-4.9", ("audit", "auditoria")),
    ("EV-4.7", ("budget", "presupuesto", "allocation")),
    ("EV-4.1", ("bill", "draft law", "proyecto de ley", "projet de loi")),
    ("EV-4.2", ("decree", "ordinance", "resolution", "decreto", "acuerdo", "ordenanza", "decret", "arrete")),
    ("EV-4.3", ("contract", "tender", "procurement", "contrato", "licitacion", "marche public")),
    ("EV-4.4", ("manual", "technical", "schema", "tecnico", "technique")),
    ("EV-4.6", ("monitoring", "evaluation", "monitoreo", "evaluacion", "suivi")),
    ("EV-4.8", ("shadow report", "independent", "informe sombra", "rapport alternatif")),
    ("EV-4.11", ("statistics", "visits", "estadisticas", "statistiques")),
    ("EV-4.5", ("strategy", "concept", "work plan", "estrategia", "plan de trabajo", "strategie")),
)  # fmt: skip
BY_ENDING: Final = dict.fromkeys(
    ("jpg", "jpeg", "png", "gif", "webp", "mp4", "mov", "webm", "mp3"), "EV-4.10"
)
FIRST_LINES: Final = 400  # signs of a file's text that are looked at


@dataclass(frozen=True, slots=True)
class Guess:
    """A type of Annex 5, and the word (or ending) for which it is offered."""

    kind: str
    because: str


def kind_of(name: str, folder: str = "", text: str = "") -> Guess | None:
    """The type that a file probably has: by its name, else by its folder's, else by its first lines."""
    for place in (name, folder, text[:FIRST_LINES]):
        words = f" {plain(place)} "
        for kind, names in WORDS:
            if found := next((one for one in names if f" {one} " in words), ""):
                return Guess(kind, found)
    ending = name.rpartition(".")[2].lower()
    return Guess(BY_ENDING[ending], f".{ending}") if ending in BY_ENDING else None


def folder_of(path: str, folders: Iterable[Folder]) -> Folder | None:
    """The commitment's folder whose code stands in a path such as ``archive/C1 Water/photo.jpg``; none in doubt."""
    words = plain(path).split()
    fitting = [one for one in folders if one.commitment and plain(one.commitment.code) in words]
    return fitting[0] if len(fitting) == 1 else None


def plain(text: str) -> str:
    """Words alone, without accents and signs, in small letters."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[a-z0-9]+", bare))
