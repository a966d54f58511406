"""The seed rows of a resolution: measure, names, adoption, meeting, sponsors, roll call, each with its citation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.imports.ga_records import COLUMNS, VOTES, Record, Resolution, adoption_day
from cyberdiplo.imports.ga_sittings import SITTING, name_sitting
from cyberdiplo.imports.sponsors import read_sponsors
from cyberdiplo.messages import tr
from cyberdiplo.text.ids import make_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from cyberdiplo.imports.known import Known
    from cyberdiplo.imports.outcome import Outcome
    from cyberdiplo.imports.seed_writer import SeedWriter

REVISED = re.compile(r"/Rev\.\d+$")
COMMITTEE = re.compile(r"#?(first|second|third|fourth|fifth|sixth) ?committee", re.IGNORECASE)
AGENDA = re.compile(r"(?:agenda )?items? ?", re.IGNORECASE)
BY_VOTE = {"recorded_vote": "By a recorded vote.", "without_vote": "Adopted without a vote.", "": ""}


class Rows:
    """Writes the rows of resolutions; what the database has of one already is left as it is."""

    def __init__(self, known: Known, writers: Mapping[Path, SeedWriter], outcome: Outcome) -> None:
        self.known = known
        self.writers = writers
        self.outcome = outcome
        self._meetings: dict[str, str] = {}  # A/77/PV.46 -> id
        self._drafts: dict[str, str] = {}  # symbol -> the first measure that it became

    def write_meetings(self, resolutions: Iterable[Resolution]) -> None:
        """The sittings at which they were adopted, from the first day to the last on which one was."""
        days: dict[str, list[tuple[str, Record]]] = {}
        for resolution in resolutions:
            if (symbol := resolution.first("meeting")) and (day := adoption_day(resolution)):
                days.setdefault(symbol, []).append((day, resolution.records[0]))
        for symbol, adoptions in days.items():
            if meeting_id := self.known.symbols.get(symbol):
                self._meetings[symbol] = meeting_id
            elif sitting := SITTING.fullmatch(symbol):
                self._meetings[symbol] = self._write_meeting(symbol, sitting, adoptions)
            else:
                record = adoptions[0][1]
                reason = tr("no symbol of a verbatim record: the adoption has no meeting")
                self.outcome.reject(record.path, record.line or "", record.symbol, "pv", symbol, reason)

    def _write_meeting(self, symbol: str, sitting: re.Match[str], adoptions: list[tuple[str, Record]]) -> str:
        record, days = adoptions[0][1], sorted(day for day, _ in adoptions)
        writer = self.writers[record.path]
        meeting_id = make_id("unga", symbol.removeprefix("A/"))
        french, english = name_sitting(sitting)
        writer.add(
            "meetings",
            id=meeting_id,
            type="plenary",
            forum_id="unga",
            start_date=days[0],
            end_date=days[-1],
            status="held",
            name_fr=french,
            name_en=english,
        )
        writer.add("identifiers", scheme="un", value=symbol, record_id=meeting_id)
        writer.cite(meeting_id, record.place("workflow"))
        self.outcome.count("meetings")
        return meeting_id

    def write(self, resolution: Resolution) -> None:
        """All rows of a resolution that are not there yet."""
        measure_id = self.write_text(resolution)
        if measure_id not in self.known.sponsored:
            self._write_sponsors(resolution, measure_id, adoption_day(resolution))
        if resolution.first("method") == "recorded_vote":
            self.outcome.count("recorded_votes")
            if measure_id not in self.known.voted:
                self._write_votes(resolution, measure_id)

    def write_text(self, resolution: Resolution) -> str:
        """The measure and its adoption, unless they are there; its id."""
        known_id = self.known.symbols.get(resolution.symbol)
        measure_id = known_id or make_id(resolution.symbol)
        day = adoption_day(resolution)
        if known_id:
            self.outcome.count("known")
        else:
            self._write_measure(resolution, measure_id)
            self.outcome.count("measures")
        adopted = self.known.adopted.get(measure_id)
        if adopted is None:
            self._write_adoption(resolution, measure_id, day)
        elif adopted != day:
            record = resolution.records[0]
            reason = tr("the database has {day}, which stays", day=adopted)
            self.outcome.reject(record.path, record.line or "", resolution.symbol, "adoption_date", day, reason)
        return measure_id

    def _write_measure(self, resolution: Resolution, measure_id: str) -> None:
        first = resolution.records[0]
        writer = self.writers[first.path]
        titles = {lang: resolution.title(lang) for lang in ("fr", "en")}
        plain = titles["en"][0] or titles["fr"][0] or resolution.symbol
        agenda = AGENDA.sub("", resolution.first("agenda_item"), count=1)
        number = resolution.number
        writer.add(
            "measures",
            id=measure_id,
            type="resolution",
            force="unknown",
            status="adopted",
            issuer_id="unga",
            agenda_item=agenda,
            name_fr=f"{titles['fr'][0] or plain} (résolution {number})",
            name_en=f"{titles['en'][0] or plain} (resolution {number})",
        )
        writer.add("identifiers", scheme="un", value=resolution.symbol, record_id=measure_id)
        add_name = writer.adder("names")
        add_name([measure_id, f"resolution {number}", "en", "alias", "0"])
        add_name([measure_id, f"résolution {number}", "fr", "alias", "0"])
        add_name([measure_id, number, "mul", "alias", "0"])
        langs = {lang for record in resolution.records for lang in record.titles}
        for lang in sorted(langs):
            add_name([measure_id, resolution.title(lang)[0], lang, "official", "1"])
        if draft := resolution.first("draft"):
            shared = draft in self._drafts or draft in self.known.symbols
            self._drafts.setdefault(draft, measure_id)
            add_name([measure_id, draft, "mul", "alias", "1" if shared else "0"])
        self._cite_measure(resolution, measure_id, titles["fr"][1])

    def _cite_measure(self, resolution: Resolution, measure_id: str, titled: Record | None) -> None:
        cited = set()
        note = "" if titled else "The file gives the title in one language, which stands for both."
        for record in resolution.records:
            place = (record.path, record.place("head"))
            if place not in cited:
                cited.add(place)
                self.writers[record.path].cite(measure_id, place[1], note="" if len(cited) > 1 else note)
        if titled:
            self.writers[titled.path].cite(measure_id, titled.place("title"), "name_fr")

    def _write_adoption(self, resolution: Resolution, measure_id: str, day: str) -> None:
        first, method = resolution.records[0], resolution.first("method")
        writer = self.writers[first.path]
        if not method:
            reason = tr("the file does not say how it was adopted")
            self.outcome.reject(first.path, first.line or "", resolution.symbol, "adoption_type", "", reason)
        writer.add(
            "measure_events",
            id=f"{measure_id}-adopted",
            measure_id=measure_id,
            type="adopted",
            event_date=day,
            meeting_id=self._meetings.get(resolution.first("meeting"), ""),
            method=method,
        )
        writer.cite(f"{measure_id}-adopted", first.place("workflow"), note=_describe_adoption(resolution))

    def _write_sponsors(self, resolution: Resolution, measure_id: str, day: str) -> None:
        """States that laid the draft and those that joined; of two lists of one State the first counts."""
        draft, draft_date = resolution.first("draft"), resolution.first("draft_date")
        revised = bool(REVISED.search(draft))
        of = (f"projet{' révisé' * revised} {draft}", f"{'revised ' * revised}draft {draft}") if draft else ("", "")
        listed: set[str] = set()
        total, whole = 0, True
        for name, kind in (("sponsors", "introduced"), ("joined", "co_sponsored")):
            dates = [draft_date, "", "", "", ""] if draft_date and kind == "introduced" else ["", "", "", "", day]
            of_what = of if kind == "introduced" else ("", "")
            bodies: list[str] = []
            for record in resolution.records:
                writer, place = self.writers[record.path], record.place("workflow")
                add_event, add_citation = writer.adder("measure_events"), writer.adder("citations")
                for country_id, printed, is_known in read_sponsors(getattr(record, name), self.known.states):
                    if not is_known:
                        reason = self.known.states.suggest(printed)
                        self.outcome.reject(
                            record.path, record.line or "", resolution.symbol, COLUMNS[name], printed, reason
                        )
                        total, whole = total + 1, False
                    elif country_id is None:
                        bodies.append(printed)
                    elif country_id not in listed:
                        listed.add(country_id)
                        whole = whole and not printed
                        event_id = f"{measure_id}-{kind.replace('_', '-')}-{country_id.lower()}"
                        add_event([event_id, measure_id, kind, *dates, "", country_id, "", *of_what])
                        note = f"As printed: {printed}" if printed else ""
                        add_citation([event_id, "", writer.source_id, place, "", "states", "high", "", "", note])
            if bodies:
                self._write_body(resolution, measure_id, kind, [*dates, "", "", "", *of_what], bodies)
        self.outcome.count("sponsors", len(listed))
        if listed:
            record = resolution.records[0]
            self.writers[record.path].add(
                "rosters",
                record_id=measure_id,
                list="sponsors",
                as_of=day,
                total=str(total + len(listed)) if whole or total else "",
                whole="1" if whole else "0",
                source_id=self.writers[record.path].source_id,
                locator=record.place("workflow"),
            )

    def _write_body(
        self, resolution: Resolution, measure_id: str, kind: str, cells: list[str], bodies: list[str]
    ) -> None:
        """An officer or a body laid the draft: a step without a State, which says in its note who."""
        event_id, record = f"{measure_id}-{kind.replace('_', '-')}", resolution.records[0]
        writer = self.writers[record.path]
        writer.adder("measure_events")([event_id, measure_id, kind, *cells])
        writer.cite(event_id, record.place("workflow"), note="As printed: " + "; ".join(dict.fromkeys(bodies)))
        self.outcome.count("bodies")

    def _write_votes(self, resolution: Resolution, measure_id: str) -> None:
        choices = self._read_votes(resolution)
        note = self._compare_totals(resolution)
        if choices:
            roll_call_id = f"{measure_id}-roll-call"
            self.write_roll_call(resolution, measure_id, note)
            add_vote = self.writers[resolution.records[0].path].adder("votes")
            for country_id, choice in choices.items():
                add_vote([roll_call_id, country_id, choice])
            self.outcome.count("votes", len(choices))

    def write_roll_call(self, resolution: Resolution, measure_id: str, note: str) -> None:
        """The vote in plenary, at the step of adoption where that is ours, else on its day."""
        first, event_id = resolution.records[0], f"{measure_id}-adopted"
        has_event = measure_id not in self.known.adopted
        writer = self.writers[first.path]
        writer.add(
            "roll_calls",
            id=f"{measure_id}-roll-call",
            measure_id=measure_id,
            event_id=event_id if has_event else "",
            stage="plenary",
            vote_date="" if has_event else adoption_day(resolution),
        )
        writer.cite(f"{measure_id}-roll-call", first.place("voting"), note=note)
        self.outcome.count("roll_calls")

    def _read_votes(self, resolution: Resolution) -> dict[str, str]:
        """How each State voted; of two records, or two lists, that differ the first counts, and that is told."""
        choices: dict[str, str] = {}
        find = self.known.states.find
        for record in resolution.records:
            for column, choice in VOTES.items():
                for name in record.votes.get(column, ()):
                    country_id = find(name)
                    if country_id is None:
                        reason = self.known.states.suggest(name)
                    elif choices.setdefault(country_id, choice) != choice:
                        reason = tr("another list has the State too: {choice} stays", choice=choices[country_id])
                    else:
                        continue
                    where = (record.path, record.line or "", resolution.symbol)
                    self.outcome.reject(*where, f"MS_{column}", name, reason)
        return choices

    def _compare_totals(self, resolution: Resolution) -> str:
        """Tell where a record counts other than it lists; what to note beside the roll call."""
        for record in resolution.records:
            totals = [record.totals.get(column, "") or "0" for column in VOTES]
            listed = [str(len(record.votes.get(column, ()))) for column in VOTES]
            if totals != listed:
                counted, names = "-".join(totals), "-".join(listed)
                reason = tr(
                    "counted {totals}, listed {listed} (for, against, abstaining)", totals=counted, listed=names
                )
                self.outcome.reject(record.path, record.line or "", resolution.symbol, "totals", counted, reason)
                self.outcome.remarks.append(f"{resolution.symbol}: {reason}")
                return f"The source counts {counted} and lists {names} (for, against, abstaining)."
        return ""


def _describe_adoption(resolution: Resolution) -> str:
    """How it was adopted, and on whose report, as the notes of the shipped resolutions say it."""
    sentences = [BY_VOTE[resolution.first("method")]]
    origin = resolution.first("origin").replace(", para. ", ", par. ")
    report = f", {origin}" if origin else ""
    if committee := COMMITTEE.search(resolution.first("committee")):
        sentences.append(f"On the report of the {committee[1].capitalize()} Committee{report}.")
    elif origin and not resolution.first("committee"):
        sentences.append(f"On {origin}.")
    elif resolution.first("committee"):
        sentences.append(f"Without reference to a Main Committee{report}.")
    return " ".join(filter(None, sentences))
