"""Rows that can also be had as bytes: what is quick enough for a file of a million rows.

SQLite holds text as UTF-8, and a writer of CSV or JSON need not have it decoded only to encode it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from cyberdiplo.result import CountedRows, Row

Batches = Callable[[int], Iterator[Sequence[Row]]]  # so many rows at a time, text as bytes
Objects = Callable[[int], Iterator[Sequence[bytes]]]  # so many rows at a time, each as a JSON object


class EncodedRows(CountedRows):
    """Rows one by one, as anybody reads them; or in batches with text as UTF-8, or as JSON that the database made.

    Only one of these can be had, and once. Text comes as ``text``: bytes are the quickest; bytearray, where the rows
    may hold blobs, which come as bytes.
    """

    def __init__(
        self, rows: Iterable[Row], batches: Batches, *, text: type = bytes, objects: Objects | None = None
    ) -> None:
        super().__init__(rows)
        self.text = text
        self._batches = batches
        self._objects = objects

    def batches(self, size: int) -> Iterator[Sequence[Row]]:
        """The rows, ``size`` at a time or fewer."""
        for batch in self._batches(size):
            self.add(len(batch))
            yield batch

    def objects(self, size: int) -> Iterator[Sequence[bytes]] | None:
        """The rows as JSON objects; None where SQLite cannot make them itself."""
        return self._counted(self._objects(size)) if self._objects else None

    def _counted(self, batches: Iterator[Sequence[bytes]]) -> Iterator[Sequence[bytes]]:
        for batch in batches:
            self.add(len(batch))
            yield batch
