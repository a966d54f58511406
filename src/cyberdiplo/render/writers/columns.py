"""Rows as UTF-8 bytes, a batch at a time and column by column: what is quick enough for a million rows.

A column whose cells need no quoting is found out by one look at all of them together, so that most cells cost nothing
but their place in a line.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from cyberdiplo.render.style import make_plain
from cyberdiplo.result import take_rows
from cyberdiplo.store.encoded import EncodedRows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cyberdiplo.result import Result

Text = bytes | bytearray
NONE = type(None)
BATCH = 250  # rows: enough to make the look at a column cheap, few enough to keep memory flat


def batches(result: Result) -> Iterator[list[TextColumn]]:
    """The rows, some at a time, as columns."""
    if isinstance(result.rows, EncodedRows):
        for encoded in result.rows.batches(BATCH):
            yield [TextColumn(values, result.rows.text) for values in zip(*encoded, strict=True)]
        return
    rows = iter(result.rows)
    while batch := take_rows(rows, BATCH):
        yield [TextColumn([_encode(value) for value in values]) for values in zip(*batch, strict=True)]


def sink(out: IO[str]) -> Callable[[Text], object]:
    """Where bytes go that are written to a text stream: straight to what is under it."""
    under = getattr(out, "buffer", None)
    if under is None:  # a StringIO
        return lambda chunk: out.write(chunk.decode("utf-8", "replace"))
    out.flush()
    write: Callable[[Text], object] = under.write
    return write


class TextColumn:
    """The values of one column in a batch: texts as sound UTF-8 of the type ``text``, numbers, None."""

    __slots__ = ("joined", "nulls", "numbers", "text", "values")

    def __init__(self, values: Sequence[Any], text: type = bytes) -> None:
        self.values = values
        self.nulls = self.numbers = False
        self.text = text is bytes
        self.joined = b""  # all texts, to look for something in all of them at once
        if self.text:
            try:
                self.joined = b"".join(values)  # quicker than to ask each of its type, and most columns are texts
            except TypeError:
                self._sort_out(text)
        else:
            self._sort_out(text)
        if repair_utf8(self.joined) is not self.joined:
            self.values = [repair_utf8(value) if isinstance(value, Text) else value for value in self.values]
            self.joined = b"".join(value for value in self.values if isinstance(value, Text))

    def _sort_out(self, text: type) -> None:
        """Tell texts, numbers and blobs apart."""
        kinds = set(map(type, self.values))
        if text is bytearray and bytes in kinds:  # blobs
            self.values = [bytearray(v.hex(), "ascii") if type(v) is bytes else v for v in self.values]
            kinds = set(map(type, self.values))
        self.nulls = NONE in kinds
        self.numbers = kinds == {int}
        self.text = kinds == {text} or kinds == {text, NONE}
        if text in kinds:
            self.joined = b"".join([v for v in self.values if isinstance(v, Text)])


def _encode(value: Any) -> Any:
    value = make_plain(value)
    return value.encode("utf-8", "replace") if type(value) is str else value


def repair_utf8(text: Text) -> Text:
    """Text that is UTF-8: where it is not, with replacement characters in place of what cannot be read."""
    if not text.isascii():
        try:
            text.decode()
        except UnicodeDecodeError:
            return type(text)(text.decode("utf-8", "replace").encode())
    return text
