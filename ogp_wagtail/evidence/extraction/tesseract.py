"""Tesseract, the program that recognises text in pictures: whether it is here, and which languages it knows."""

import shutil
import subprocess
from collections.abc import Iterable
from functools import cache

# ISO 639-1 to what Tesseract calls its data; languages that are not listed are called by their three letters.
_DATA = {
    "ar": "ara", "bg": "bul", "ca": "cat", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "eo": "epo", "es": "spa", "et": "est", "eu": "eus", "fa": "fas", "fi": "fin", "fr": "fra", "ga": "gle",
    "gl": "glg", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind", "it": "ita",
    "ja": "jpn", "ka": "kat", "ko": "kor", "lt": "lit", "lv": "lav", "mk": "mkd", "nb": "nor", "ne": "nep",
    "nl": "nld", "nn": "nor", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk",
    "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe", "ta": "tam", "th": "tha", "tr": "tur", "uk": "ukr",
    "ur": "urd", "yi": "yid", "zh": "chi_sim", "zh-hant": "chi_tra",
}  # fmt: skip
_MOST = 3  # languages at once: each makes a page slower, and more of them make it worse


@cache
def program() -> str:
    """Where the program is; empty where it is not installed."""
    return shutil.which("tesseract") or ""


@cache
def installed() -> frozenset[str]:
    """The data that is installed, by Tesseract's names; empty where the program is not."""
    if not program():
        return frozenset()
    try:
        told = subprocess.run(  # noqa: S603 - a program of the system, and nothing of a file's in the command
            [program(), "--list-langs"], capture_output=True, text=True, timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(told.stdout.split("\n")[1:]) - {"", "osd"}


def data_for(languages: Iterable[str]) -> str:
    """What Tesseract is told for language tags, those it knows, the first first; empty where it knows none.

    Where it knows none of them but another, that is better than nothing: English, or the first there is.
    """
    known = installed()
    wanted = [data for tag in languages if (data := _data(tag)) in known]
    chosen = list(dict.fromkeys(wanted))[:_MOST] or sorted(known, key=lambda data: data != "eng")[:1]
    return "+".join(chosen)


def _data(tag: str) -> str:
    tag = tag.lower()
    return _DATA.get(tag) or _DATA.get(tag.partition("-")[0]) or tag
