"""What the database knows by name: countries, bodies, people, measures, topics; each by any of its names."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cyberdiplo.store.connection import Connection

ARTICLES = re.compile(
    r"^(?:the|la|le|les|l['’]|el|los|las|du|des|de la|de l['’]|de|d['’]|del|de los|of the|of)\s*", re.IGNORECASE
)
NAMED = "select norm, record_id, kind, name, weak from name_index"
OWN = ("country", "organisation", "forum", "process", "measure", "speaker")  # kinds that a sentence speaks of
LONGEST = 14  # words of a name that is looked for in a sentence
MINISTER = frozenset(["ministre", "minister", "ministro", "ministra", "vice", "deputy", "former", "premier", "prime"])
# The years of a process in brackets behind its name: « Open-ended Working Group on … (2021-2025) ».
YEARS = re.compile(r"(?:(?!\b(?:and|et) (?:the|le|la|les)\b)[^.;,()]){0,150}\((\d{4})\s*[-–/]\s*(\d{4})\)")
SESSIONS = (
    "select id, start_date, coalesce(end_date, start_date), forum_id, process_id, parent_id from meetings order by id"
)
PAIRS = ("EU", "UE", "UN", "UK", "US")  # two letters that name somebody in a sentence
SHORT = 3  # letters, below which a name in a sentence says little
# Spanish names of countries that differ from the English and French ones; the tables have those two languages.
SPANISH = (
    "DEU Alemania; AUT Austria; BEL Bélgica; BRA Brasil; CZE Chequia; HRV Croacia; DNK Dinamarca; EGY Egipto;"
    " SVK Eslovaquia; SVN Eslovenia; ESP España; USA Estados Unidos; USA Estados Unidos de América; PHL Filipinas;"
    " FIN Finlandia; FRA Francia; GRC Grecia; HUN Hungría; IRL Irlanda; ISL Islandia; ITA Italia; JPN Japón;"
    " LVA Letonia; LTU Lituania; LUX Luxemburgo; MAR Marruecos; MEX México; NOR Noruega; NZL Nueva Zelandia;"
    " NZL Nueva Zelanda; NLD Países Bajos; PAK Pakistán; POL Polonia; GBR Reino Unido; KOR República de Corea;"
    " DOM República Dominicana; RUS Federación de Rusia; RUS Rusia; ZAF Sudáfrica; SWE Suecia; CHE Suiza;"
    " THA Tailandia; TUN Túnez; TUR Turquía; UKR Ucrania; EU Unión Europea; VNM Viet Nam; IRN Irán; IRQ Iraq;"
    " JOR Jordania; KEN Kenya; KAZ Kazajstán; CIV Côte d'Ivoire; CMR Camerún; SGP Singapur; USA EEUU; USA EE. UU.;"
    " SAU Arabia Saudita;"
    " DZA Argelia; AZE Azerbaiyán; BGR Bulgaria; CYP Chipre; EST Estonia; GEO Georgia; HTI Haití; IND India;"
    " MYS Malasia; PAN Panamá; PER Perú; ROU Rumania; SRB Serbia; SYR Siria; TTO Trinidad y Tabago; CAN Canadá"
)


class Mention(NamedTuple):
    """A record that a text names: which, of what kind, and where the name stands in the text."""

    record_id: str
    kind: str
    start: int
    end: int


class Session(NamedTuple):
    """A meeting: its days, the forum and process, and the meeting of which it is a part."""

    id: str
    first: str
    last: str
    forum: str
    process: str
    parent: str


@dataclass
class Known:
    """Records by their folded names; ``firm`` and ``strong`` leave out those that find one only by its kind."""

    names: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    firm: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    strong: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    terms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # words of a topic
    identifiers: dict[str, str] = field(default_factory=dict)
    meetings: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))  # day: (id, forum)
    sessions: list[Session] = field(default_factory=list)
    years: dict[str, tuple[str, str]] = field(default_factory=dict)  # process: its first and last year
    above: dict[str, str] = field(default_factory=dict)  # process: forum
    types: dict[str, str] = field(default_factory=dict)  # of organisations
    homes: dict[str, str] = field(default_factory=dict)  # organisation: country
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)  # French and English
    documents: dict[str, str] = field(default_factory=dict)  # sha256: source
    affiliations: dict[tuple[str, str], str] = field(default_factory=dict)  # (speaker, organisation)
    participations: dict[tuple[str, str, str], str] = field(default_factory=dict)  # (meeting, role, who)
    ids: set[str] = field(default_factory=set)

    def add(self, name: str, record_id: str, kind: str, *, weak: bool = False) -> None:
        """Learn a name."""
        norm = fold(name)
        self.names[norm][kind].add(record_id)
        self.ids.add(record_id)
        if not weak:
            self.firm[norm][kind].add(record_id)
        if kind == "topic":
            self.terms[norm].add(record_id)
        elif not weak and kind in OWN:
            self.strong[norm].add((record_id, kind))

    def find(self, name: str, *kinds: str) -> str | None:
        """The one record of these kinds that is called so, with an article before it or without; else None."""
        for form in (name, ARTICLES.sub("", name, count=1)):
            for names in (self.names, self.firm):  # « Congo » is two countries, and the name of one
                by_kind = names.get(fold(form), {})
                ids = {record for kind in kinds for record in by_kind.get(kind, ())}
                if len(ids) == 1:
                    return ids.pop()
        return None

    def country(self, name: str) -> str | None:
        """The country of that name."""
        return self.find(name, "country")

    def body(self, name: str) -> str | None:
        """The organisation of that name."""
        return self.find(name, "organisation")

    def find_ministry(self, post: str, country: str) -> str:
        """The name of the one ministry of a country that a post names: « ministre des affaires étrangères »."""
        words = {word for word in fold(post).split() if len(word) > SHORT} - MINISTER
        names = [
            label
            for body, home in self.homes.items()
            if home == country and self.types.get(body) == "ministry"
            for label in self.labels.get(body, ())[:2]
            if words and words <= set(fold(label).split())
        ]
        return names[0] if len({self.body(name) for name in names}) == 1 else ""

    def mentions(self, text: str, *, kinds: Iterable[str] = OWN) -> Iterator[Mention]:
        """What a text names, the longest names first met; an acronym counts in capitals only."""
        kinds = set(kinds)
        words = [(match.start(), match.end()) for match in re.finditer(r"[^\W_]+", text)]
        at = 0
        while at < len(words):
            for length in range(min(LONGEST, len(words) - at), 0, -1):
                start, end = words[at][0], words[at + length - 1][1]
                record = self._named(text[start:end], kinds)
                if record and record[1] == "process":
                    record = self._check_years(record, text[start:end], text[end:])
                if record:
                    yield Mention(*record, start, end)
                    at += length - 1
                    break
            at += 1

    def _named(self, printed: str, kinds: set[str]) -> tuple[str, str] | None:
        records = {record for record in self.strong.get(fold(printed), ()) if record[1] in kinds}
        if len(records) != 1 or not printed[0].isalnum():
            return None
        is_word = " " not in printed and printed not in PAIRS
        if is_word and (len(printed) < SHORT or not (printed.isupper() or printed.istitle())):
            return None
        return records.pop() if any(letter.isupper() for letter in printed) else None

    def _check_years(self, record: tuple[str, str], printed: str, after: str) -> tuple[str, str] | None:
        """The process of that name whose years are those in the brackets behind it; the one named, without any."""
        match = None if re.search(r"\d", printed) else YEARS.match(after)
        if not match:
            return record
        processes = {record[0], *self.names[fold(printed)]["process"]}
        agreeing = [process for process in processes if self.years.get(process) == match.groups()]
        return (agreeing[0], "process") if len(agreeing) == 1 else None

    def lasts(self, process: str, day: str) -> bool:
        """Whether a process was at work in the year of a day, as far as its dates are known; true for what is none."""
        first, last = self.years.get(process, ("", "")) if day else ("", "")
        return (first or day[:4]) <= day[:4] <= (last or day[:4])

    def find_meetings(self, home: str, day: str) -> list[str]:
        """The meetings of a forum or process on a day: that of the day alone, else those that are no part of one."""
        there = [
            session
            for session in self.sessions
            if home in (session.forum, session.process, self.above.get(session.process))
            and (session.first == day or session.first < day <= session.last)
        ]
        alone = [session.id for session in there if session.first == session.last == day]
        return alone or [session.id for session in there if not session.parent] or [session.id for session in there]

    def topics(self, text: str) -> list[str]:
        """The topics of which a text has a term, in the order in which it has them."""
        words = fold(text).split()
        topics: dict[str, None] = {}
        for at in range(len(words)):
            for length in range(min(8, len(words) - at), 0, -1):
                ids = self.terms.get(" ".join(words[at : at + length]), ())
                if len(ids) == 1:
                    topics.update(dict.fromkeys(ids))
                    break
        return list(topics)


def read_known(connection: Connection) -> Known:
    """What a database knows by name."""
    known = Known()
    for _, record_id, kind, name, weak in connection.execute(NAMED):
        known.add(str(name), str(record_id), str(kind), weak=bool(weak))
    for country, *names in (part.split(" ", 1) for part in SPANISH.split("; ")):
        if country in known.ids:
            known.add(names[0], country, "country")
    for record_id, name in connection.execute(
        "select names.record_id, names.name from names join records on records.id = names.record_id"
        " where records.kind = 'topic' and names.type = 'term'"
    ):
        known.terms[fold(str(name))].add(str(record_id))
    known.identifiers = {
        str(value): str(record)
        for value, record in connection.execute("select value, record_id from identifiers where scheme <> 'url'")
    }
    for row in connection.execute(SESSIONS):
        session = Session(*(str(cell or "") for cell in row))
        known.sessions.append(session)
        known.meetings[session.first].append((session.id, session.forum))
    for process, start, end, forum in connection.execute("select id, start_date, end_date, forum_id from processes"):
        known.years[str(process)] = (str(start or "")[:4], str(end or "")[:4])
        known.above[str(process)] = str(forum or "")
    for record_id, type_, country in connection.execute("select id, type, country_id from organisations"):
        known.types[str(record_id)] = str(type_)
        if country:
            known.homes[str(record_id)] = str(country)
    known.labels = {
        str(a): (str(b), str(c)) for a, b, c in connection.execute("select id, name_fr, name_en from labels")
    }
    known.documents = {
        str(a): str(b) for a, b in connection.execute("select sha256, id from sources where sha256 is not null")
    }
    known.affiliations = {
        (str(a), str(b)): str(c)
        for a, b, c in connection.execute("select speaker_id, organisation_id, id from affiliations")
    }
    for meeting, role, speaker, country, participation in connection.execute(
        "select meeting_id, role, speaker_id, country_id, id from participations where meeting_id is not null"
    ):
        known.participations[str(meeting), str(role), str(speaker or country)] = str(participation)
    known.ids |= {str(row[0]) for row in connection.execute("select id from records")}
    return known
