"""Folded words and their stems, remembered: the tokenizer would otherwise cost more than the index."""

import threading
import unicodedata

import Stemmer

Word = tuple[str, str]  # the folded word and its folded stem

MAX_LENGTH = 64  # of a token: what is longer is no word, and PostgreSQL takes lexemes of 2 kB only
_MAX_REMEMBERED = 200_000  # words of a language, some 40 MB

_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian",
    "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


def base_language(tag: str) -> str:
    """The language of a tag: "es" of "es-co" and of "es_CO"."""
    return tag.replace("_", "-").partition("-")[0].lower()


class Words(dict[str, Word]):
    """The words of one language: raw word -> (folded word, folded stem), learnt when first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._lock = threading.Lock()  # a stemmer serves one thread at a time
        algorithm = _ALGORITHMS.get(language, "")
        known = algorithm in Stemmer.algorithms()  # older releases know fewer
        self._stemmer = Stemmer.Stemmer(algorithm, 0) if known else None

    def __missing__(self, raw: str) -> Word:
        lower = unicodedata.normalize("NFC", raw[:MAX_LENGTH].lower())
        with self._lock:
            stem = self._stemmer.stemWord(lower) if self._stemmer else lower
            word = fold(lower)
            if len(self) >= _MAX_REMEMBERED:
                self.clear()
            self[raw] = found = (word, fold(stem) or word)
        return found


_words: dict[str, Words] = {}


def words_of(language: str) -> Words:
    """The words of a language tag; of an unknown one they are their own stems."""
    base = base_language(language)
    if base not in _ALGORITHMS:
        base = ""
    if base not in _words:
        _words[base] = Words(base)
    return _words[base]


def fold(word: str) -> str:
    """A word without case and accents. Marks that are letters of their script stay, as the vowels of
    Hindi and Thai.

    Nothing is left that an engine would split at: every sign is a letter, a digit or a mark.
    """
    folded = word.casefold()
    if folded.isascii():
        return folded[:MAX_LENGTH] if folded.isalnum() else "".join(filter(str.isalnum, folded))[:MAX_LENGTH]
    kept = [sign for sign in unicodedata.normalize("NFKD", folded) if _is_kept(sign)]
    return unicodedata.normalize("NFC", "".join(kept).casefold())[:MAX_LENGTH]


def _is_kept(sign: str) -> bool:
    return sign.isalnum() or (unicodedata.category(sign) in ("Mn", "Mc") and not _is_accent(sign))


def _is_accent(sign: str) -> bool:
    """By the class of its place: above, below and beside (200 on), or a point of Hebrew or Arabic (10 to
    36).
    """
    place = unicodedata.combining(sign)
    return place >= 200 or 10 <= place <= 36
