"""Whether a file's name says what the file is."""

# Endings that promise a kind of file; those of text promise nothing that matters.
_PROMISED = {
    "pdf": "pdf", "docx": "docx", "docm": "docx", "dotx": "docx", "pptx": "pptx", "pptm": "pptx",
    "ppsx": "pptx", "potx": "pptx", "xlsx": "xlsx", "xlsm": "xlsx", "xltx": "xlsx", "xlsb": "xlsb",
    "xls": "xls", "xlt": "xls", "ods": "ods", "ots": "ods", "odt": "odt", "ott": "odt", "odp": "odp",
    "otp": "odp", "epub": "epub", "html": "html", "htm": "html", "xhtml": "html", "eml": "email",
}  # fmt: skip
_TEXT = {"text", "markdown", "csv"}


def really(kind: str, ending: str) -> str:
    """The kind of a file, in capitals, where its name's ending promises another; else empty.

    >>> really("pdf", "docx")
    'PDF'
    >>> really("docx", "docm")
    ''
    """
    promised = _PROMISED.get(ending, "text")
    if not kind or kind == promised or (kind in _TEXT and promised == "text"):
        return ""
    return kind.upper()
