"""A resolution in Akoma Ntoso for the United Nations: what its head says of it, and its title in one language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.imports.files import clean, read_xml, refuse
from cyberdiplo.imports.ga_jsonl import DRAFT
from cyberdiplo.imports.ga_records import Record, read_symbol
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = {"eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh", "chi": "zh"}
METHODS = {"adoptedRecordedVote": "recorded_vote", "adoptedWithoutVote": "without_vote"}
COUNTS = {"inFavour": "in_favour", "against": "against", "abstaining": "abstaining"}
PLACEHOLDER = "0001-01-01"
AGENDA = re.compile(r"(\d+) ?\(?([a-z]{1,2})?\)?")
KEPT = {"docNumber", "docTitle", "docProponent", "inline", "organization"}


class Head:
    """Gathers a record while a file is read; annexes come after what counts, and change nothing."""

    def __init__(self, path: Path) -> None:
        self.record = Record("", path, None)
        self.lang = ""
        self._vote = ""
        self._opened: list[tuple[str, dict[str, str], list[str]]] = []  # elements whose text is wanted
        self._committee = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See xml.Handler."""
        if name in KEPT:
            self._opened.append((name, attributes, []))
        elif reader := getattr(self, f"_start_{name}", None):
            reader(attributes)

    def text(self, words: str) -> None:
        """See xml.Handler."""
        for _, _, texts in self._opened:
            texts.append(words)

    def end(self, name: str) -> None:
        """See xml.Handler."""
        if self._opened and self._opened[-1][0] == name:
            _, attributes, texts = self._opened.pop()
            if words := clean("".join(texts)):
                getattr(self, f"_end_{name}")(attributes, words)

    def _start_FRBRlanguage(self, attributes: dict[str, str]) -> None:  # noqa: N802 (the element's name)
        self.lang = self.lang or LANGUAGES.get(attributes.get("language", ""), "")

    def _start_step(self, attributes: dict[str, str]) -> None:
        record, date, by = self.record, attributes.get("date", ""), attributes.get("by", "")
        date = "" if date == PLACEHOLDER else date
        outcome, symbol = attributes.get("outcome"), attributes.get("as", "")
        if outcome == "draftResolution" and not record.draft:
            draft = DRAFT.match(symbol)
            record.draft, record.draft_date = draft[0] if draft else "", date
            record.sponsors = [by] if by else []
        elif outcome == "draftResolutionAdditionalSponsors":
            record.joined = record.joined or ([by] if by else [])
        elif outcome == "adopted":
            record.adopted, record.meeting = record.adopted or date, record.meeting or clean(symbol)

    def _start_voting(self, attributes: dict[str, str]) -> None:
        self.record.method = self.record.method or METHODS.get(attributes.get("outcome", ""), "")

    def _start_count(self, attributes: dict[str, str]) -> None:
        self._vote = COUNTS.get(attributes.get("refersTo", "").lstrip("#"), "")
        if self._vote:
            self.record.totals[self._vote] = attributes.get("value", "")
            self.record.votes.setdefault(self._vote, [])

    def _start_keyword(self, attributes: dict[str, str]) -> None:
        if attributes.get("dictionary", "").startswith(("UNBIS", "DHLAUTH")):
            self.record.subjects.append(attributes.get("showAs", ""))

    def _end_organization(self, attributes: dict[str, str], words: str) -> None:
        if self._vote and attributes.get("refersTo") == "memberState":
            self.record.votes[self._vote].append(words)

    def _end_docNumber(self, attributes: dict[str, str], words: str) -> None:  # noqa: N802
        self.record.symbol = self.record.symbol or read_symbol(words)

    def _end_docTitle(self, attributes: dict[str, str], words: str) -> None:  # noqa: N802
        if attributes.get("refersTo") == "#resolutionTitle" and self.lang:
            self.record.titles.setdefault(self.lang, words)

    def _end_docProponent(self, attributes: dict[str, str], words: str) -> None:  # noqa: N802
        self.record.committee = self.record.committee or attributes.get("refersTo", "").lstrip("#")

    def _end_inline(self, attributes: dict[str, str], words: str) -> None:
        if attributes.get("name") == "agenda item":
            item = AGENDA.search(words)
            self.record.agenda_item = self.record.agenda_item or (
                "" if not item else f"{item[1]} ({item[2]})" if item[2] else item[1]
            )
        elif attributes.get("name") == "originating document" and self.lang == "en":
            self.record.origin = self.record.origin or words


def read_akn(path: Path) -> Record:
    """The record of a file. Raises BadSeed where it is not sound, or no resolution of the General Assembly."""
    head = Head(path)
    read_xml(path, head, size=20_000_000)
    if not head.record.symbol:
        raise refuse(path, None, tr("the file is no resolution of the General Assembly in Akoma Ntoso"))
    return head.record
