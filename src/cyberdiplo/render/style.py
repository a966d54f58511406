"""How an answer is to look, whatever its format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cyberdiplo.messages import is_plain, visible
from cyberdiplo.result import OwnNames, Result
from cyberdiplo.schema.model import headings as headings_of_tables
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.schema.vocabulary import choose_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.result import Labels


# In blocks below each other, each with the first column; with what the first column says over each row.
Spread = Literal["", "blocks", "over"]


class Style(NamedTuple):
    """What the user asked of the look of an answer."""

    lang: str = "en"
    title: str = ""  # what the answer is, for a page that has a title
    header: bool = True
    excel: bool = False  # what Excel needs to open a CSV file by a double click
    codes: bool = False  # in a spreadsheet the codes and the columns' own names, not what people call them
    guard: bool | None = None  # no cell may be computed by a spreadsheet; None: as the format needs it
    main: tuple[str, ...] = ()  # the columns that a narrow terminal shows first
    below: tuple[str, ...] = ()  # those that it shows under each row, where they are not among them
    spread: Spread = ""  # how it shows all columns where they do not fit beside each other
    width: int | None = None  # of the screen; None where nothing says it
    height: int | None = None
    terminal: bool = False  # a person looks at it right now
    color: bool = False
    pager: bool = False  # what is longer than the screen may be paged

    @property
    def guarded(self) -> bool:
        """Whether a separated file is guarded against formulas: where asked, else where it is for Excel."""
        return self.excel if self.guard is None else self.guard


WIDTH = 80  # of a screen, where nothing says it
GAP = 2  # cells between two columns
NARROW = "\u0300"  # below it every printable character takes one cell
WHOLE = 1e16  # from here on Python itself writes a float with an exponent


def make_plain(value: Any) -> Any:
    """A value as text, number or None: 160000000000 and not 160000000000.0, bytes in hexadecimal."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < WHOLE else value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    return make_plain(float(value)) if type(value).__name__ == "Decimal" else str(value)


QUIET = {ord("\t"): "    ", **dict.fromkeys((0xAD, 0x200E, 0x200F), "")}  # what is left out of a cell, or made blanks


def make_visible(text: str) -> str:
    """Text whose control characters are shown and not obeyed; only the end of a line stays one."""
    return text if is_plain(text) else visible(text.replace("\r\n", "\n").translate(QUIET))


def is_number(value: Any) -> bool:
    """Whether a value is set to the right, as numbers are."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def show_value(value: Any, labels: Labels | None, lang: str) -> str:
    """A value as a person reads it: a code, or several, as labels in the asked language."""
    if value is None:
        return ""
    if labels is not None:
        return "; ".join(choose_label(labels, code, lang) for code in str(value).split("; "))
    return str(make_plain(value))


def label_all(result: Result, lang: str) -> Result:
    """An answer in the reader's words, for a spreadsheet: headings and labels; numbers and other values as they are."""
    coded = [result.codes.get(name) for name in result.columns]
    rows = (
        tuple(
            value if value is None or labels is None else show_value(value, labels, lang)
            for value, labels in zip(row, coded, strict=True)
        )
        for row in result.rows
    )
    return Result(make_headings(result.columns, lang), rows)


HEADINGS: dict[str, str] = {  # column -> what French readers see above it; in English it is the column's own name
    **{noun.kind: noun.label[0] for noun in NOUNS},
    **{noun.table: noun.plural_fr for noun in NOUNS if noun.plural_fr},
    "about": "à propos de",
    "absent": "non-votants",
    "abstain": "abstentions",
    "acronym": "sigle",
    "adopted": "adoption",
    "after": "après",
    "alike": "identiques",
    "anchors": "repères",
    "applies": "première application",
    "area": "domaine",
    "attested": "attesté le",
    "attested_on": "attesté le",
    "before": "avant",
    "begins": "commence par",
    "behalf": "au nom de",
    "camp": "camp",
    "chaired_id": "id de la réunion ou du processus",
    "changed": "ont changé",
    "changes": "changements",
    "chair": "présidence",
    "chaired": "réunion ou processus",
    "citations": "citations",
    "cohesion": "cohésion (%)",
    "column": "colonne",
    "contradicted_by": "contredit par",
    "count": "nombre",
    "country_name": "nom du pays",
    "date": "date",
    "date_note": "nature de la date",
    "date_reason": "raison",
    "description": "description",
    "differed": "textes divergents",
    "document": "document",
    "end_date": "fin",
    "endorsed_by": "approuvé par",
    "failures": "échecs",
    "field": "champ",
    "file": "fichier",
    "final": "final",
    "first": "le premier",
    "first_date": "date du premier",
    "first_id": "id du premier",
    "first_introduced_by": "déposé par (premier)",
    "first_percent": "% du premier",
    "folder": "dossier",
    "forum_id": "id de l'enceinte",
    "for_state": "au titre de l'État",
    "g20": "G20",
    "g7": "G7",
    "how": "comment",
    "id": "id",
    "in_force": "entrée en vigueur",
    "instrument": "instrument",
    "kind": "nature",
    "lang": "langue",
    "last_seen": "vu le",
    "latest": "dernière étape le",
    "last_said": "dit en dernier le",
    "latest_part": "partie concernée",
    "latest_step": "dernière étape",
    "level": "niveau",
    "link": "lien",
    "m49": "code M49 de l'ONU",
    "measure_id": "id de la mesure",
    "medium": "confiance moyenne",
    "members": "membres",
    "members_known": "membres connus",
    "name": "nom",
    "names": "noms",
    "newest": "le plus récent",
    "next": "prochaine étape",
    "no": "contre",
    "note": "note",
    "now": "désormais",
    "object_id": "id de l'objet",
    "oecd": "OCDE",
    "on_record": "figurent ici",
    "opposed": "opposés",
    "origin": "origine",
    "other": "autres",
    "others": "autres",
    "parameters": "paramètres",
    "parent": "rattachement",
    "people": "personnes",
    "percent": "%",
    "percent_of": "% de",
    "places": "endroits",
    "points": "propos",
    "process_id": "id du processus",
    "question": "question",
    "reason": "raison",
    "record": "fiche",
    "records": "fiches",
    "report": "rapport",
    "resolution": "résolution",
    "result": "constat",
    "rivals": "concurrents",
    "role": "rôle",
    "rows": "lignes",
    "says": "ce qui y est dit",
    "score": "score",
    "second": "le second",
    "second_date": "date du second",
    "second_id": "id du second",
    "second_introduced_by": "déposé par (second)",
    "second_percent": "% du second",
    "since": "depuis",
    "snippet": "extrait",
    "sort": "ordre",
    "source_id": "id de la source",
    "stands": "se trouve",
    "start_date": "début",
    "stated_by": "selon",
    "states": "États",
    "times": "fois",
    "status": "statut",
    "step": "étape",
    "subject": "quoi",
    "subject_id": "id du sujet",
    "succeeds": "succède à",
    "symbol": "cote",
    "target": "objet",
    "target_id": "id de l'objet",
    "text": "texte",
    "total": "total",
    "type": "type",
    "un": "ONU",
    "url": "adresse",
    "value": "valeur",
    "voices": "voix",
    "voted": "votes communs",
    "votes": "votes",
    "what": "quoi",
    "who": "qui",
    "who_id": "id de qui",
    "words": "mots",
    "written": "source datée du",
    "written_in": "inscrit dans",
    "wto": "OMC",
    "yes": "pour",
}
# What English readers see where the name of the column would not say it.
ENGLISH: dict[str, str] = {
    "applies": "first applied",
    "g20": "G20",
    "g7": "G7",
    "in_force": "in force since",
    "latest": "latest step on",
    "alpha2": "ISO code of two letters",
    "last_said": "last said on",
    "m49": "UN M49 code",
    "reporting": "how it is told",
    "un": "UN",
    "wto": "WTO",
    "next": "next step",
    "oecd": "OECD",
}


def french_heading(name: str) -> str | None:
    """What French readers see above a column of that name: a word of answers, else what a table says of its column."""
    return HEADINGS.get(name) or headings_of_tables().get(name)


def make_heading(column: str, lang: str) -> str:
    """What stands above a column on screen; machine formats keep the column's own name."""
    name = column.removesuffix("_id") or column
    tongue = name[-2:] if name[-3:] in ("_fr", "_en") else ""
    name = name[:-3] if tongue else name
    words = (french_heading(name) if lang == "fr" else ENGLISH.get(name)) or name.replace("_", " ")
    return f"{words} ({tongue})" if tongue and (tongue != lang or name in ("name", "acronym")) else words


def make_headings(columns: Sequence[str], lang: str) -> list[str]:
    """What stands above the columns of an answer; an id is called id where a column of the same name is there too."""
    if isinstance(columns, OwnNames):
        return list(columns)
    shown = [make_heading(name, lang) for name in columns]
    for index, name in enumerate(columns):
        if name.removesuffix("_id") != name and name.removesuffix("_id") in columns:
            shown[index] = HEADINGS.get(name, f"id ({shown[index]})") if lang == "fr" else name.replace("_", " ")
    return shown
