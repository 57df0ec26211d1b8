"""The same words on every engine: tokens, queries, the reference score and the marks, in plain Python.

Text is made into tokens once, here; the engines split at blanks and find and count. See `tokens` for the
two streams of a passage, `query` for what users type, `bm25` for the order and `snippets` for what is
shown.
"""

from .bm25 import Candidate, Corpus, Scored, rank
from .languages import language_of, languages_of
from .query import Query, Term, parse
from .snippets import Part, mark_all, snippet, to_html
from .tokens import FORM, Token, streams, tokenize

__all__ = [
    "FORM",
    "Candidate",
    "Corpus",
    "Part",
    "Query",
    "Scored",
    "Term",
    "Token",
    "language_of",
    "languages_of",
    "mark_all",
    "parse",
    "rank",
    "snippet",
    "streams",
    "to_html",
    "tokenize",
]
