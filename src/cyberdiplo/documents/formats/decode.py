"""Bytes as text: which encoding a file has, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata

from cyberdiplo.errors import BadSeed
from cyberdiplo.messages import tr

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,20})|<\?xml[^>]{0,100}encoding=["']([\w-]{2,20})""", re.I
)
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
OLD = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"}  # such pages have characters of Windows


def decode(data: bytes, name: str) -> tuple[str, bool]:
    """The text of a file, and whether its encoding was guessed. Raises BadSeed where it is no text."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _check(_decode(data, encoding, name), name), False
    try:
        return _check(data.decode("utf-8"), name), False
    except UnicodeDecodeError:
        pass
    declared = DECLARED.search(data[:4096])
    label = (declared[1] or declared[2]).decode("ascii").lower() if declared else ""
    if label and label not in OLD and label not in ("utf-8", "utf8"):
        try:
            return _check(data.decode(label), name), False
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:  # five bytes mean nothing to Windows
        text = data.decode("latin-1")
    return _check(text, name), not label


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise BadSeed(
            tr("{file} begins as {encoding} and is not.", file=name, encoding=encoding),
            hint=tr("save it again as UTF-8; it may have been cut off."),
        ) from None


def _check(text: str, name: str) -> str:
    if len(CONTROL.findall(text[:100_000])) * 200 > len(text[:100_000]) + 200:
        raise BadSeed(
            tr("{file} is no text.", file=name),
            hint=tr("text, Markdown, HTML, PDF, DOCX and Akoma Ntoso XML are read."),
        )
    return unicodedata.normalize("NFC", text.replace("\x00", ""))
