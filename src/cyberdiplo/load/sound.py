"""What a file of a seed folder must be before it is read: a regular file, in the folder, with lines of some length.

A folder may come from a stranger: a pipe would never end, a device never stop, a line of a gigabyte fill the memory.
"""

from __future__ import annotations

import csv
import os
import re
from typing import TYPE_CHECKING

from cyberdiplo import messages
from cyberdiplo.errors import BadSeed
from cyberdiplo.files.regular import open_regular, refuse_unreadable
from cyberdiplo.messages import say_system, tr

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

LONGEST_LINE = 1 << 19  # bytes; a cell has at most 131,072 characters, as Python's reader has it
LARGEST_DRAFT = 16 << 20  # bytes of a file in a folder that a person reviews
LARGEST_TEXT = 1 << 20  # bytes of a file that is no table: expect.toml, DATASET
# Beside what nobody sees no selector of variants, so that one word is written in one way.
UNSEEN = re.compile(f"[{messages.UNSEEN}\ufe00-\ufe0f]")
# One that joins or parts letters, in words of a script that has no such: nobody sees it, and it makes another word.
ASTRAY = re.compile("(?:^|[\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?:[\x00-\u024f]|$)")
UNSEEN_ASCII = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def require_sound(path: Path, root: Path, *, most: int | None = None) -> None:
    """Raise BadSeed for a file that may not be read; ``root`` is the folder that links have to stay in."""
    try:
        with open_regular(path) as file:
            if path.is_symlink():
                _refuse_outside(path, root)
            size = os.fstat(file.fileno()).st_size
            if most is not None and size > most:
                raise BadSeed(
                    tr("{path} has more than {most:,} bytes.", path=path, most=most), hint=tr("is it the right file?")
                )
            if size > LONGEST_LINE and most is None:
                _refuse_long_lines(path, file)
    except OSError as error:
        raise refuse_unreadable(path, error) from error


def require_within(folder: Path, root: Path) -> None:
    """Raise BadSeed for a folder of a collection that is a link to elsewhere, or lies in one that is."""
    if folder.is_symlink() or folder.parent.is_symlink():
        _refuse_outside(folder, root)


def _refuse_outside(path: Path, root: Path) -> None:
    if not path.resolve().is_relative_to(root.resolve()):
        raise BadSeed(
            tr("{path} is a link that leads out of {folder}.", path=path, folder=root),
            hint=tr("put the file itself there, if you know what it is."),
        )


def _refuse_long_lines(path: Path, file: BinaryIO) -> None:
    while block := file.read(LONGEST_LINE):
        if len(block) == LONGEST_LINE and b"\n" not in block and b"\r" not in block:
            raise BadSeed(
                tr("{path} has a line of more than {most:,} bytes.", path=path, most=LONGEST_LINE),
                hint=tr("a seed file is a table: one fact a row."),
            )


def describe_csv(error: csv.Error) -> tuple[str, str]:
    """What is wrong with a file that Python's reader of CSV refuses, and what to do."""
    if "field larger" in str(error):
        most = csv.field_size_limit()
        return tr("a cell has more than {most:,} characters", most=most), tr("is a double quote open before it?")
    if "new-line character" in str(error):
        return tr("the lines end in two ways, some as on old Macs"), tr("save it as UTF-8 CSV again.")
    return tr("this is not CSV: {error}", error=say_system(error)), tr("look at the double quotes.")
