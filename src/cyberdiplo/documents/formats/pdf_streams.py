"""How large the packed parts of a PDF are: a stranger's may unpack to a thousand times of what it has."""

from __future__ import annotations

import re
import zlib
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 100_000_000  # bytes of one stream: more than a page scanned in colour has
LAYERS = 8  # of packing within each other
CHUNK = 1 << 20
STREAM = re.compile(rb"\bstream\r?\n(?=\x78)")  # what zlib packs begins so


def has_bomb(path: Path) -> bool:
    """Whether a stream is larger than any of a document is; what it is for, it may itself say wrongly."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        return any(_is_larger(data, match.end(), most=LARGEST) for match in STREAM.finditer(data))


def _is_larger(data: mmap, start: int, *, most: int) -> bool:
    layers: list[zlib._Decompress] = []
    size = 0
    try:
        for piece in _unpack(layers, 0, _pieces(data, start)):
            size += len(piece)
            if size > most or len(layers) > LAYERS:
                return True
    except zlib.error:
        return False
    return False


def _pieces(data: mmap, start: int) -> Iterator[bytes]:
    end = data.find(b"endstream", start)
    end = len(data) if end < 0 else end
    for place in range(start, end, CHUNK):
        yield data[place : min(place + CHUNK, end)]


def _unpack(layers: list[zlib._Decompress], depth: int, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces unpacked, again where what comes out is packed too."""
    layer = zlib.decompressobj()
    layers.append(layer)

    def unpacked() -> Iterator[bytes]:
        for piece in pieces:
            rest = piece
            while rest and not layer.eof:
                if out := layer.decompress(rest, CHUNK):
                    yield out
                rest = layer.unconsumed_tail

    outcome = unpacked()
    first = next(outcome, b"")
    again = _with(first, outcome)
    if first[:1] == b"\x78" and depth < LAYERS:
        yield from _unpack(layers, depth + 1, again)
    else:
        yield from again


def _with(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest
