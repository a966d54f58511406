"""Archives of strangers: opened only after the sizes that they promise were added up, no part read beyond its own."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cyberdiplo.files.unsound import Unsound
from cyberdiplo.messages import say_system, tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

MAGIC = b"PK\x03\x04"  # how an archive begins
PARTS = 5_000
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the ways of packing that Office Open XML has
# What Python raises for an archive in which a byte is wrong, at whatever part of it.
BROKEN = (zipfile.BadZipFile, zlib.error, UnicodeDecodeError, EOFError, NotImplementedError, RuntimeError, OSError)


@contextmanager
def opening(name: str, file: IO[bytes], *, kind: str, size: int) -> Iterator[zipfile.ZipFile]:
    """An archive whose parts together have at most ``size`` bytes. Raises Unsound: it is no sound ``kind``."""
    try:
        with zipfile.ZipFile(file) as archive:
            _refuse_bomb(name, archive, kind, size)
            yield archive
    except BROKEN as error:
        raise Unsound(
            name,
            tr("this is no sound {kind} ({error})", kind=kind, error=say_system(error)),
            hint=tr("it may have been cut off; fetch it again."),
        ) from None


def _refuse_bomb(name: str, archive: zipfile.ZipFile, kind: str, size: int) -> None:
    parts = archive.infolist()
    if any(part.compress_type not in PACKED for part in parts):
        raise zipfile.BadZipFile(f"a part is packed as in no {kind}")
    if len(parts) > PARTS or sum(part.file_size for part in parts) > size:
        raise Unsound(
            name,
            tr("it unpacks to more than {limit} MB, or to more than {parts:,} parts",
               limit=size // 1_000_000, parts=PARTS),
            hint=tr("no document needs as much; open it elsewhere and save it as text."),
        )  # fmt: skip
