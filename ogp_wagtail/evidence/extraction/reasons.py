"""The reasons for which a file gives no text, in words a clerk can act on."""


def _(message: str) -> str:
    """Marks a sentence for the translators; it is translated where it is shown."""
    return message


# Each sentence follows the file's name. The codes are stored and printed: they must never change.
REASONS = {
    "empty": _("is empty: the file holds no data. Upload it again."),
    "encrypted": _("is protected by a password; save a copy without it and upload that."),
    "unknown_type": _("cannot be read; convert it to PDF, DOCX, XLSX, HTML, text, CSV or Markdown."),
    "other_type": _(
        "is a file of the type %(type)s, in which no text can be searched; if it holds text, convert it to PDF."
    ),
    "old_format": _("cannot be read because of its old format; convert it to DOCX or PDF."),
    "damaged": _("is damaged and cannot be read; make the file again or upload another copy."),
    "too_large": _("is too large to be read; split it into smaller files."),
    "bomb": _("unpacks to far more than its size and was not opened; save it again or convert it to PDF."),
    "too_slow": _("takes too long to read; save it again, split it or convert it to another format."),
    "too_much_memory": _("needs too much memory to read; save it again, split it or convert it to PDF."),
    "no_text": _("contains no text."),
    "scan": _("contains pictures of text only (pages: %(pages)d); text recognition is not installed here."),
    "partly_scan": _(
        "contains pictures of text only on some pages (%(pages)d); text recognition is not installed here."
    ),
    "recognising": _("contains pictures of text (pages: %(pages)d); their text is being recognised."),
    "not_recognised": _("contains pictures of text that could not be recognised (pages: %(pages)d)."),
    "missing_library": _("cannot be read because the Python package %(library)s is not installed."),
    "missing_file": _("cannot be opened: the file is missing in the storage or must not be read."),
    "reader_failed": _(
        "could not be read because the reading program does not start; tell the administrator."
    ),
}
