"""What a resolution's head and mark-up say of it: symbol, dates, draft, report, sponsors, agenda item, votes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cyberdiplo.documents.formats.xml import read_tree
from cyberdiplo.documents.structure.wordings import CLOSING
from cyberdiplo.drafts.points.dates import find_dates
from cyberdiplo.load.drafted import TO_WRITE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cyberdiplo.documents.formats.xml import Element
    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.known import Known

NO_DATE = "0001-01-01"
VOTES = {"inFavour": "yes", "against": "no", "abstaining": "abstain"}
METHODS = {
    "adoptedRecordedVote": "recorded_vote", "adoptedWithoutVote": "without_vote", "adoptedByConsensus": "consensus",
}  # fmt: skip
ADOPTED = re.compile(
    r"(?:adopted by|adoptée par|aprobada por)\s+(?P<body>.+?)(?:\s+(?:on|le|el)\s+\d|\s*\[|\s*$)", re.IGNORECASE
)
NUMBERED = re.compile(
    r"^(?:(?:Resolution|Résolution|Resolución)\s+)?(?P<number>\d{1,3}/\d{1,4}(?:\s?[A-Z])?)\.\s*(?P<title>.{5,400})$"
)
SYMBOL = re.compile(r"\b(?:A|E|S|A/HRC)/RES/\d{1,3}/\d{1,4}(?:\s[A-Z](?:\s?[-,]\s?[A-Z])?)?\b")
NUMBER = re.compile(r"\d{1,3}/\d{1,4}(?:\s?[A-Z])?")
PREFIXES = (
    (
        re.compile(r"Human Rights Council|Conseil des droits de l['’]homme|Consejo de Derechos Humanos", re.I),
        "A/HRC/RES",
    ),
    (re.compile(r"Economic and Social|économique et social|Económico y Social", re.I), "E/RES"),
    (re.compile(r"General Assembly|Assemblée générale|Asamblea General", re.I), "A/RES"),
)
REPORT = re.compile(r"\((?P<symbol>A/\d+/\d+(?:/Add\.\d+)*)(?:,\s*(?:para|par)\.?\s*(?P<paragraph>\d+))?\)")
ITEM = re.compile(
    r"(?:Agenda item|Point (?:de l['’]ordre du jour )?|Tema (?:del programa)?)\s*(?P<item>\d+(?:\s*\(?[a-z]\)?)?)", re.I
)


@dataclass
class ResolutionData:
    """What is said of a resolution beside its paragraphs; a date that is not given is empty."""

    symbol: str = ""
    title: str = ""
    body: str = ""  # as printed
    adopted: str = ""
    meeting: str = ""  # symbol of the record
    method: str = ""
    draft: str = ""
    drafted: str = ""
    distributed: str = ""
    report: str = ""
    item: str = ""
    sponsors: str = ""
    later_sponsors: str = ""
    votes: dict[str, list[str]] = field(default_factory=dict)  # yes, no, abstain: names as printed
    totals: dict[str, int] = field(default_factory=dict)


def read_data(path: Path, passages: Sequence[Passage], *, marked_up: bool) -> ResolutionData:
    """What the head says, and of a file in Akoma Ntoso its mark-up."""
    data = ResolutionData()
    _read_head(data, passages)
    _read_sitting(data, passages)
    data.drafted = data.distributed if data.drafted == TO_WRITE and data.distributed else data.drafted
    if marked_up:
        _read_mark_up(data, read_tree(path))
    return data


def _read_head(data: ResolutionData, passages: Sequence[Passage]) -> None:
    for passage in passages[:30]:
        if passage.place.startswith(("op.", "par.")):
            break
        if match := SYMBOL.search(passage.text):
            data.symbol = data.symbol or match[0]
        if match := ADOPTED.search(passage.text):
            data.body, dates = match["body"], find_dates(passage.text)
            data.adopted = dates[-1].first if dates else ""
        if match := NUMBERED.match(passage.text):
            data.title = data.title or match["title"].strip(" .")
            data.symbol = data.symbol or _make_symbol(match["number"], data.body)
        _read_draft(data, passage)
        if match := REPORT.search(passage.text):
            data.report = match["symbol"]
        if match := ITEM.search(passage.text):
            data.item = data.item or "".join(match["item"].split())


def _read_sitting(data: ResolutionData, passages: Sequence[Passage]) -> None:
    """The day of adoption below the last paragraph, where the head has none: until 2003 it stands nowhere else."""
    for at, passage in enumerate(passages):
        if not data.adopted and CLOSING.fullmatch(passage.text):
            days = find_dates(passage.text) or [
                day for after in passages[at + 1 : at + 2] for day in find_dates(after.text)
            ]
            data.adopted = days[0].first if days else ""


# « Chile, Japan* and Peru: revised draft resolution », with the day on which the draft was distributed above it.
SPONSORS = re.compile(
    r"(?P<listed>[^:]{4,4000}):\s*(?:revised |amended )?(?:draft (?:resolution|decision)"
    r"|projet de (?:résolution|décision)(?: révisé)?|proyecto de (?:resolución|decisión)(?: revisado)?)\W*$",
    re.IGNORECASE,
)
DRAFT_SYMBOL = re.compile(r"\b(?:A|E|S)/(?:[\w.-]+/)*L\.\d+(?:/Rev\.\d+)?(?![\w/])")
DISTRIBUTED = re.compile(r"Distr\.?\s?:", re.IGNORECASE)


def _read_draft(data: ResolutionData, passage: Passage) -> None:
    """What the head of a draft says of it: its symbol, the day on which it was distributed, its sponsors."""
    if match := SPONSORS.match(passage.text):
        data.sponsors = match["listed"].replace("*", "")
        data.drafted = data.drafted or TO_WRITE
    if not data.draft and (match := DRAFT_SYMBOL.search(passage.text)):
        data.draft = match[0]
    if DISTRIBUTED.match(passage.text):
        days = find_dates(passage.text)
        data.distributed = days[0].first if days else ""


def _make_symbol(number: str, body: str) -> str:
    return next((f"{prefix}/{number}" for pattern, prefix in PREFIXES if pattern.search(body)), "")


def _read_mark_up(data: ResolutionData, top: Element) -> None:
    numbers = [number.text().strip(" .") for number in top.find("docNumber")]  # of the whole before those of its parts
    symbols = [plain for plain in numbers if SYMBOL.fullmatch(plain)]
    symbols += [_make_symbol(plain, data.body) for plain in numbers if NUMBER.fullmatch(plain)]
    data.symbol = next(filter(None, symbols), data.symbol)
    titles = (title for title in top.find("docTitle") if title.attributes.get("refersTo") == "#resolutionTitle")
    if title := next(titles, None):
        data.title = title.text().strip(" .")
    for step in top.find("step"):
        _read_step(data, step)
    for voting in top.find("voting"):
        data.method = METHODS.get(voting.attributes.get("outcome", ""), "")
    for count in top.find("count"):
        if vote := VOTES.get(count.attributes.get("refersTo", "")):
            data.votes[vote] = [state.text() for state in count.find("organization")]
            data.totals[vote] = int(count.attributes.get("value") or 0)
    for keyword in top.find("keyword"):
        item = keyword.attributes.get("value", "")
        if keyword.attributes.get("refersTo") == "agenda" and "[" not in item:
            data.item = data.item or item


def _read_step(data: ResolutionData, step: Element) -> None:
    """One step of the workflow: the draft, those who joined its sponsors, the report, the adoption."""
    outcome, by = step.attributes.get("outcome", ""), step.attributes.get("by", "")
    day, symbol = step.attributes.get("date", ""), step.attributes.get("as", "")
    day = "" if day == NO_DATE else day
    if outcome == "draftResolution":
        data.draft, data.drafted, data.sponsors = symbol, day, by
    elif outcome == "draftResolutionAdditionalSponsors":
        data.later_sponsors = by
    elif outcome == "recommendedForAdoption":
        data.report = symbol or data.report
    elif outcome == "adopted":
        data.meeting, data.adopted = symbol, day or data.adopted


def split_states(listed: str, known: Known) -> tuple[list[tuple[str, str]], list[str]]:
    """(name, country) of each State of a printed list, and what is no State by name."""
    states: list[tuple[str, str]] = []
    unknown: list[str] = []
    for part in (part.strip() for part in re.split(r"[,;]", listed)):
        for name in _split_at_and(part, known) if part else ():
            if country := known.country(name):
                states.append((name, country))
            else:
                unknown.append(name)
    return states, unknown


def _split_at_and(part: str, known: Known) -> list[str]:
    """« Bosnia and Herzegovina » is one State, « Spain and Turkey » are two."""
    part = re.sub(r"^(?:and|et|y)\s+", "", part)
    if known.country(part):
        return [part]
    for joint in re.finditer(r"\s+(?:and|et|y|e)\s+", part):
        before, after = part[: joint.start()], part[joint.end() :]
        if known.country(before):
            return [before, *_split_at_and(after, known)]
    return [part]
