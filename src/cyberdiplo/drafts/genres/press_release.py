"""A press release of a sitting: read as a report, with lists of speakers and of the States that took part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.drafts.genres.report import draft_report

if TYPE_CHECKING:
    from cyberdiplo.documents.passages import Document
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft


def draft_press_release(document: Document, known: Known, source_id: str = "") -> Draft:
    """Propose the rows of a press release."""
    return draft_report(document, known, source_id, genre="press-release")
