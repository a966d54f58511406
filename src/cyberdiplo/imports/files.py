"""The files that an importer reads: regular ones only, as UTF-8 text, line by line, within limits."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed
from cyberdiplo.load.rows import SAVE, describe_bytes
from cyberdiplo.messages import say_system, tr
from cyberdiplo.store import inputs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from pathlib import Path

LINE = 4_000_000  # bytes of a line; the longest of a General Assembly session has 20,000
_BLANKS = dict.fromkeys((*range(32), 127, 160, 8239), " ")  # line ends and unbreakable blanks among them
_PLAIN = str.maketrans({**_BLANKS, "\u2018": "'", "\u2019": "'", "\u00ad": "", "\u200b": "", "\ufeff": ""})


def open_regular(path: Path) -> BufferedReader:
    """The file, opened to be read. Raises BadSeed where it is missing or no regular file: a pipe may never end."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise BadSeed(
            tr("{path} cannot be read: {reason}.", path=path, reason=say_system(error)),
            hint=tr("give a file that is there and that you may read."),
        ) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise BadSeed(
            tr("{path} is no regular file.", path=path), hint=tr("save what it gives to a file, and give that.")
        )
    inputs.note(path)
    return os.fdopen(descriptor, "rb")


def digest(path: Path) -> str:
    """The SHA-256 of a file. Raises BadSeed for one that is empty."""
    with open_regular(path) as file:
        sha256 = hashlib.file_digest(file, "sha256")
        if not file.tell():
            raise refuse(path, None, tr("the file is empty"))
    return sha256.hexdigest()


def begins_with(path: Path, size: int = 512) -> bytes:
    """The first bytes of a file."""
    with open_regular(path) as file:
        return file.read(size)


def refuse(path: Path, line: int | None, what: str, hint: str = "") -> BadSeed:
    """The error for a file that is not what it has to be: which, where, what."""
    place = f"{path}:{line}" if line else str(path)
    return BadSeed(
        tr("{place}: {what}; nothing was imported.", place=place, what=what),
        hint=hint or tr("mend the file, or take it out of the list."),
    )


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a file, as they end. Raises BadSeed for one that is too long, or not UTF-8."""
    with open_regular(path) as file:
        for number, raw in enumerate(iter(lambda: file.readline(LINE + 1), b""), 1):
            if len(raw) > LINE:
                raise refuse(path, number, tr("the line is longer than {size:,} bytes", size=LINE))
            if number == 1:
                raw = raw.removeprefix(b"\xef\xbb\xbf")
            try:
                yield raw.decode("utf-8")
            except UnicodeDecodeError:
                raise refuse(path, number, describe_bytes(raw), SAVE) from None


def clean(text: str) -> str:
    """Text as our own files have it: straight apostrophes, one blank between words, accents composed."""
    if text.isascii():
        return " ".join(text.translate(_PLAIN).split())
    return unicodedata.normalize("NFC", " ".join(text.translate(_PLAIN).split()))
