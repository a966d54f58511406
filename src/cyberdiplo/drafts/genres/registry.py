"""The genres of documents, each with its reader."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.documents.read import read_document, require_text
from cyberdiplo.messages import later

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft


class Genre(NamedTuple):
    """A sort of text: where its reader is, and what it is."""

    reader: str  # module:function
    brief: str
    needs_file: bool = False  # because its mark-up says more than the passages do


GENRES = {
    "moderator-report": Genre("report:draft_report", later("a moderator's or chair's report of a sitting")),
    "resolution": Genre("resolution:draft_resolution", later("a resolution, with or without mark-up"), needs_file=True),
    "transcript": Genre("transcript:draft_transcript", later("a transcript of a sitting, official or not")),
    "statement": Genre("statement:draft_statement", later("one delegation's statement")),
    "press-release": Genre("press_release:draft_press_release", later("a press release on a sitting")),
    "programme": Genre("programme:draft_programme", later("a programme: who is announced")),
    "declaration": Genre("declaration:draft_declaration", later("a declaration or communiqué")),
}


def draft_document(path: Path, genre: str, known: Known, source_id: str = "") -> Draft:
    """Read a file and propose its rows by the rules of a genre. Raises BadSeed for what is no text."""
    module, function = GENRES[genre].reader.split(":")
    reader: Callable[..., Draft] = getattr(import_module(f"cyberdiplo.drafts.genres.{module}"), function)
    more = {"path": path} if GENRES[genre].needs_file else {}
    return reader(require_text(read_document(path)), known, source_id, **more)
