"""The files that an importer reads: as UTF-8 text, line by line, or as XML; what is wrong is told with its place."""

from __future__ import annotations

import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed
from cyberdiplo.files import regular, xml
from cyberdiplo.files.unsound import Unsound
from cyberdiplo.load.rows import SAVE, describe_bytes
from cyberdiplo.messages import tr
from cyberdiplo.store import inputs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from pathlib import Path

XML_SIZE = 60_000_000  # bytes; the status of all treaties together has a tenth of it
COLUMNS = 1000  # of a table
LINE = 4_000_000  # bytes of a line; the longest of a General Assembly session has 20,000
_BLANKS = dict.fromkeys((*range(32), 127, 160, 8239), " ")  # line ends and unbreakable blanks among them
_PLAIN = str.maketrans({**_BLANKS, "\u2018": "'", "\u2019": "'", "\u00ad": "", "\u200b": "", "\ufeff": ""})


def open_input(path: Path) -> BufferedReader:
    """A regular file, opened to be read, which no answer of this command may take the place of. Raises BadSeed."""
    file = regular.open_regular(path)
    inputs.note(path)
    return file


def digest(path: Path) -> str:
    """The SHA-256 of a file. Raises BadSeed for one that is empty."""
    if not begins_with(path, 1):
        raise refuse(path, None, tr("the file is empty"))
    return regular.digest(path)


def begins_with(path: Path, size: int = 512) -> bytes:
    """The first bytes of a file."""
    with open_input(path) as file:
        return file.read(size)


def refuse(path: Path, line: int | None, what: str, hint: str = "") -> BadSeed:
    """The error for a file that is not what it has to be: which, where, what."""
    place = f"{path}:{line}" if line else str(path)
    return BadSeed(
        tr("{place}: {what}; nothing was imported.", place=place, what=what),
        hint=hint or tr("mend the file, or take it out of the list."),
    )


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """What is not sound in the file is told as all that is wrong with an input is."""
    try:
        yield
    except Unsound as error:
        raise refuse(path, error.line, error.what) from None


def read_xml(path: Path, handler: xml.Handler, *, size: int = XML_SIZE) -> None:
    """Tell a handler what is in a file. Raises BadSeed with the line where it is not sound."""
    with refusing(path), open_input(path) as file:
        xml.tell(str(path), file, handler, size=size)


def read_lines(path: Path, *, most: int | None = None) -> Iterator[str]:
    """The lines of a file, as they end. Raises BadSeed for one that is too long, or not UTF-8; of ``most`` bytes."""
    read = 0
    with open_input(path) as file:
        for number, raw in enumerate(iter(lambda: file.readline(LINE + 1), b""), 1):
            if len(raw) > LINE:
                raise refuse(path, number, tr("the line is longer than {size:,} bytes", size=LINE))
            read += len(raw)
            if most is not None and read > most:
                raise refuse(path, number, tr("the file is longer than {size:,} bytes", size=most))
            if number == 1:
                raw = raw.removeprefix(b"\xef\xbb\xbf")
            try:
                text = raw.decode("utf-8")
            except UnicodeDecodeError:
                raise refuse(path, number, describe_bytes(raw), SAVE) from None
            if "\0" in text:
                raise refuse(path, number, tr("there is a NUL character, as no text has"), SAVE)
            yield text


def clean(text: str) -> str:
    """Text as our own files have it: straight apostrophes, one blank between words, accents composed."""
    if text.isascii():
        return " ".join(text.translate(_PLAIN).split())
    return unicodedata.normalize("NFC", " ".join(text.translate(_PLAIN).split()))
