"""Make extracted text fit to be searched, quoted and stored: without this, phrases do not match."""

import re
import unicodedata

# PDFium writes U+FFFE (older versions U+0002) for the hyphen at a line's end and swallows the line's end.
_LINE_HYPHEN = re.compile("(?<=[^\\W\\d_])(?:[\x02\ufffe\u00ad]\\s*|[-\u2010]\n)(?=([^\\W\\d_]))")
_LEFT_HYPHEN = re.compile("[\x02\ufffe]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060"
    "\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_HYPHENS = ("-\n", "\u2010\n", "\x02", "\ufffe", "\u00ad")


def clean(text: str) -> str:
    """Text with plain line ends, cut words rejoined, ligatures unfolded (NFKC), and no control signs.

    Those that turn the direction of writing are among them: browsers see by the letters which it is.
    """
    text = text.replace("\r\n", "\n")
    plain = text.replace("\n", "").isprintable()  # far faster than the patterns, and mostly true
    if not plain:
        text = _LINE_END.sub("\n", text)
    if any(hyphen in text for hyphen in _HYPHENS):
        text = _LEFT_HYPHEN.sub("-", _LINE_HYPHEN.sub(_join, text))
    if not plain:
        text = _UNWANTED.sub("", text)
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return _tidy(text).strip()


def clean_name(name: str) -> str:
    """The name of a heading, a sheet or a slide: clean, and on one line."""
    return " ".join(clean(name).split())


def _tidy(text: str) -> str:
    """No blanks at a line's end, at most one empty line."""
    for untidy, tidy in (("\t\n", "\n"), (" \n", "\n"), ("\n\n\n", "\n\n")):
        while untidy in text:
            text = text.replace(untidy, tidy)
    return text


def _join(match: re.Match[str]) -> str:
    """A word goes on with a small letter; before a capital the hyphen was one, as in Anne-Marie."""
    if match[1].islower() or not match[1].isupper():
        return ""
    return "-"
