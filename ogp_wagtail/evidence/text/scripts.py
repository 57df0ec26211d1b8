"""Which signs make a word, and which scripts write no blanks between words."""

import re
import sys
import unicodedata

_UNSPACED_RANGES = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"  # Hangul
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9d"  # Chinese and Japanese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)


def _marks() -> str:
    """The combining marks, as ranges of a character class: `\\w` knows none of them.

    Those beyond 16 bits (Brahmi, Chakma) are left out: with them each search is thirty times slower.
    """
    marks = [code for code in range(0x300, 0x10000) if unicodedata.category(chr(code)) in ("Mn", "Mc")]
    ranges: list[list[int]] = []
    for code in marks:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


MARKS = sys.intern(_marks())
WORD = re.compile(r"[^\W_]+")
MARKED_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*")  # three times slower: only where there are marks
HAS_MARKS = re.compile(f"[{MARKS}]")
HAS_UNSPACED = re.compile(f"[{_UNSPACED_RANGES}]")
RUNS = re.compile(f"[{_UNSPACED_RANGES}{MARKS}]+|[^{_UNSPACED_RANGES}]+")


def is_unspaced(text: str) -> bool:
    """Whether text begins in a script without blanks between its words."""
    return bool(HAS_UNSPACED.match(text))


def signs(run: str) -> list[str]:
    """The signs of a run, each with the marks that belong to it (Thai vowels and tones)."""
    found: list[str] = []
    for character in run:
        if found and HAS_MARKS.match(character):
            found[-1] += character
        else:
            found.append(character)
    return found
