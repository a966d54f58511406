"""Rows as UTF-8 bytes, a batch at a time and column by column: what is quick enough for a million rows.

A column whose cells need no quoting is found out by one look at all of them together, so that most cells cost nothing
but their place in a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import IO, Any

from cyberdiplo.ask.run import Result
from cyberdiplo.show.style import plain

Text = bytes | bytearray
TEXT = {bytearray}
NONE = type(None)
BATCH = 250  # rows: enough to make the look at a column cheap, few enough to keep memory flat


def batches(result: Result) -> Iterator[list[Column]]:
    """The rows, some at a time, as columns."""
    if result.raw is not None:
        for batch in result.raw(BATCH):
            yield [Column(values) for values in zip(*batch, strict=True)]
        return
    rows = iter(result.rows)
    while batch := list(islice(rows, BATCH)):
        yield [Column([_as_text(value) for value in values]) for values in zip(*batch, strict=True)]


def sink(out: IO[str]) -> Callable[[Text], object]:
    """Where bytes go that are written to a text stream: straight to what is under it."""
    under = getattr(out, "buffer", None)
    if under is None:  # a StringIO
        return lambda chunk: out.write(chunk.decode("utf-8", "replace"))
    out.flush()
    write: Callable[[Text], object] = under.write
    return write


class Column:
    """The values of one column in a batch: texts as bytearrays of sound UTF-8, numbers, None."""

    __slots__ = ("joined", "nulls", "numbers", "text", "values")

    def __init__(self, values: Sequence[Any]) -> None:
        kinds = set(map(type, values))
        if bytes in kinds:  # a blob
            values = [_as_text(value) if type(value) is bytes else value for value in values]
            kinds = set(map(type, values))
        self.values = values
        self.nulls = NONE in kinds
        self.numbers = kinds == {int}
        self.text = kinds == TEXT or kinds == TEXT | {NONE}
        self.joined = b""  # all texts, to look for something in all of them at once
        if bytearray in kinds:
            self._join()
            if sound(self.joined) is not self.joined:
                self.values = [sound(value) if type(value) is bytearray else value for value in values]
                self._join()

    def _join(self) -> None:
        self.joined = b"".join(
            [v for v in self.values if type(v) is bytearray] if not self.text or self.nulls else self.values
        )


def _as_text(value: Any) -> Any:
    """A value as a column holds it: text, and what is written as text, as a bytearray."""
    value = plain(value)
    return bytearray(value, "utf-8", "replace") if type(value) is str else value


def sound(text: Text) -> Text:
    """Text that is UTF-8: where it is not, with replacement characters in place of what cannot be read."""
    if not text.isascii():
        try:
            text.decode()
        except UnicodeDecodeError:
            return bytearray(text.decode("utf-8", "replace"), "utf-8")
    return text
