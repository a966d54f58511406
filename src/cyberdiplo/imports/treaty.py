"""Who signed a treaty and who is bound by it, from the XML of the United Nations Treaty Collection.

A participant is a signatory since its signature and a party since the deposit of its instrument, as the Collection
counts them; which instrument it was stands in the note. A day that is no longer valid stands in brackets there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.imports.dates import read_date
from cyberdiplo.imports.files import clean, read_xml, refuse
from cyberdiplo.imports.memberships import Memberships, Row
from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.imports.job import Job
    from cyberdiplo.imports.seed_writer import SeedWriter

MARKUP = re.compile(r"<superscript>.*?</superscript>|<[^>]*>|\s*[\d,]+$", re.IGNORECASE | re.DOTALL)
CELL = re.compile(r"(?P<day>\d{1,2} [A-Za-z]+\.? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4})(?: (?P<mark>[A-Za-z]{1,3}))?")
DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
MARKS = {"": "Ratification", "a": "Accession", "A": "Acceptance", "AA": "Approval", "d": "Succession",
         "c": "Formal confirmation", "s": "Definitive signature", "P": "Provisional application"}  # fmt: skip
KEPT = {"Titlesect", "TreatyName", "Conclusion", "Labeltext", "Entry"}


class Status:
    """Gathers the title, the days and the participants of a treaty while its file is read."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.headings: list[str] = []
        self.rows: list[tuple[int, list[str]]] = []
        self._path: list[str] = []
        self._words: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See xml.Handler."""
        self._path.append(name)
        if name == "Row" and "Participants" in self._path and "Thead" not in self._path:
            self.rows.append((len(self.rows) + 1, []))
        if name in KEPT:
            self._words = []
        elif name == "superscript":
            self._words, self._kept = None, self._words

    def end(self, name: str) -> None:
        """See xml.Handler."""
        self._path.pop()
        if name == "superscript":
            self._words = self._kept
        elif name in KEPT and self._words is not None:
            text, self._words = "".join(self._words), None
            self._keep(name, text)

    def text(self, words: str) -> None:
        """See xml.Handler."""
        if self._words is not None:
            self._words.append(words)

    def _keep(self, name: str, text: str) -> None:
        if name == "Entry":
            if "Thead" in self._path:
                self.headings.append(clean(MARKUP.sub("", text)))
            elif self.rows and "Participants" in self._path:
                self.rows[-1][1].append(text)
        elif name != "Labeltext" or "EIF" in self._path:
            self.texts.setdefault(name, clean(re.sub(r"<[^>]*>", "", text)))


def run(job: Job) -> None:
    """Read the files of a job and write their rows."""
    memberships = Memberships(job)
    treaties: dict[str, str] = {}  # folded title -> id, of those that are new
    for path in job.paths:
        status = Status()
        read_xml(path, status)
        title = status.texts.get("Titlesect") or status.texts.get("TreatyName")
        if not title or not status.rows:
            raise refuse(path, None, tr("the file has no treaty with participants"))
        writer = job.writer(
            path,
            type="dataset",
            publisher_id="un" if "un" in job.known.bodies else "",
            title=f"UN Treaty Collection: {title}",
            lang="fr" if path.name.casefold().endswith(".fr.xml") else "en",
            rights_fr="Organisation des Nations Unies, Collection des Traités ; à reconnaître comme source.",
            rights_en="United Nations Treaty Collection, to be acknowledged as the source.",
        )
        _Participants(job, path, writer, memberships, treaties).write(title, status)


class _Participants:
    """Writes the participants of one treaty."""

    def __init__(
        self, job: Job, path: Path, writer: SeedWriter, memberships: Memberships, treaties: dict[str, str]
    ) -> None:
        self.job, self.path, self.writer, self.memberships, self.treaties = job, path, writer, memberships, treaties

    def write(self, title: str, status: Status) -> None:
        """The treaty, unless it is there, and each participant's signature and instrument."""
        treaty_id = self._find(title, status)
        columns = self._name_columns(status)
        for number, cells in status.rows:
            self.job.outcome.count("rows")
            name = clean(MARKUP.sub("", cells[0])) if cells else ""
            country_id = self.job.known.states.find(name)
            if country_id is None:
                self.job.outcome.reject(
                    self.path, f"row {number}", title, "participant", name, self.job.known.states.suggest(name)
                )
                continue
            for role, text in zip(columns, cells[1:], strict=False):
                self._write_act(number, name, (country_id, treaty_id, role), clean(re.sub(r"<[^>]*>", "", text)))

    def _name_columns(self, status: Status) -> list[str]:
        """What each column after the participant's says: signatory or party."""
        if len(status.headings) > 1:
            return ["signatory" if fold(name).startswith("signature") else "party" for name in status.headings[1:]]
        return ["party"] if max(len(cells) for _, cells in status.rows) < 3 else ["signatory", "party"]

    def _write_act(self, number: int, name: str, key: tuple[str, str, str], text: str) -> None:
        valid = text.strip("[] ")
        if not valid:
            return
        act = CELL.fullmatch(valid)
        day = read_date(act["day"]) if act else ""
        if not act or not day or text.startswith("["):
            reason = tr("in brackets: no longer valid") if act and text.startswith("[") else tr("no day, month or year")
            self.job.outcome.reject(self.path, f"row {number}", name, key[2], text, reason)
            return
        mark = act["mark"] or ""
        note = "" if key[2] == "signatory" else f"{MARKS.get(mark, mark)}; the day is that of the deposit."
        days = {"start_date": day, "end_date": "", "attested_on": ""}
        self.memberships.write(self.writer, number, key, days, Row(name, "", "", "", "", "", "", note), place="row")

    def _find(self, title: str, status: Status) -> str:
        """The treaty's id: that of the measure of this title, else a new one."""
        known_id = self.job.known.names_of("measure").find(title)
        if known_id:
            self.job.outcome.count("known_measures")
            return known_id
        if fold(title) in self.treaties:  # the file before told of it
            return self.treaties[fold(title)]
        treaty_id = self.treaties[fold(title)] = self.job.new_id(title, longest=60)
        concluded, in_force = (self._read_day(status, name) for name in ("Conclusion", "Labeltext"))
        self.writer.add(
            "measures",
            id=treaty_id,
            type="treaty",
            force="binding",
            status="in_force" if in_force else "adopted",
            name_fr=title,
            name_en=title,
        )
        note = "The file gives the title in one language, which stands for both."
        self.writer.cite(treaty_id, "head of the entry", note=note)
        for kind, day in (("adopted", concluded), ("entered_into_force", in_force)):
            if day:
                event_id = f"{treaty_id}-{kind.replace('_', '-')}"
                self.writer.add("measure_events", id=event_id, measure_id=treaty_id, type=kind, event_date=day)
                self.writer.cite(event_id, "head of the entry")
        self.job.outcome.count("measures")
        return treaty_id

    def _read_day(self, status: Status, name: str) -> str:
        day = DAY.search(status.texts.get(name, ""))
        return read_date(day[0]) if day else ""
