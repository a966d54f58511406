"""How an answer is to look, whatever its format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.schema.vocabulary import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.result import Labels


class Style(NamedTuple):
    """What the user asked of the look of an answer."""

    lang: str = "en"
    title: str = ""  # what the answer is, for a page that has a title
    header: bool = True
    excel: bool = False  # what Excel needs to open a CSV file by a double click
    guard: bool | None = None  # no cell may be computed by a spreadsheet; None: as the format needs it
    main: tuple[str, ...] = ()  # the columns that a narrow terminal shows first
    below: str = ""  # the one that it shows under each row, where it is not among them
    width: int | None = None  # of the screen; None where nothing says it
    height: int | None = None
    terminal: bool = False  # a person looks at it right now
    color: bool = False
    pager: bool = False  # what is longer than the screen may be paged

    @property
    def guarded(self) -> bool:
        """Whether a separated file is guarded against formulas: where asked, else where it is for Excel."""
        return self.excel if self.guard is None else self.guard


WHOLE = 1e16  # from here on Python itself writes a float with an exponent


def plain(value: Any) -> Any:
    """A value as text, number or None: 160000000000 and not 160000000000.0, bytes in hexadecimal."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < WHOLE else value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    return plain(float(value)) if type(value).__name__ == "Decimal" else str(value)


CONTROL = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))} | {
    ord("\n"): "\n",
    ord("\t"): "    ",
    **dict.fromkeys((0x200E, 0x200F), ""),
    **{code: f"\\u{code:04x}" for code in (*range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0xFFFE, 0xFFFF)},
}


def visible(text: str) -> str:
    """Text whose control characters are shown and not obeyed; only the end of a line stays one."""
    return text if text.isprintable() else text.replace("\r\n", "\n").translate(CONTROL)


def is_number(value: Any) -> bool:
    """Whether a value is set to the right, as numbers are."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def keys(columns: Sequence[str]) -> list[str]:
    """Column names as keys: a name that comes again gets a number, so that no value is lost."""
    made: list[str] = []
    for name in columns:
        key, number = name, 1
        while key in made or (number > 1 and key in columns):
            number += 1
            key = f"{name}_{number}"
        made.append(key)
    return made


def shown(value: Any, labels: Labels | None, lang: str) -> str:
    """A value as a person reads it: a code as its label in the asked language."""
    if value is None:
        return ""
    if labels is not None:
        return said(labels, str(value), lang)
    return str(plain(value))


HEADINGS: dict[str, str] = {  # column -> what French readers see above it; in English it is the column's own name
    "absent": "non-votants",
    "abstain": "abstentions",
    "acronym": "sigle",
    "adopted": "adoption",
    "after": "après",
    "alike": "identiques",
    "alpha2": "alpha-2",
    "anchor": "ancre",
    "anchors": "repères",
    "as_of": "au",
    "attested": "attesté le",
    "attested_on": "attesté le",
    "attribution": "attribution",
    "before": "avant",
    "begins": "commence par",
    "camp": "camp",
    "capacity": "à quel titre",
    "chair": "présidence",
    "chaired": "réunion ou processus",
    "citations": "citations",
    "cohesion": "cohésion (%)",
    "column": "colonne",
    "comparator": "réserve",
    "confidence": "confiance",
    "contradicted_by": "contredit par",
    "count": "nombre",
    "countries": "pays",
    "country": "pays",
    "country_name": "nom du pays",
    "date": "date",
    "date_note": "nature de la date",
    "description": "description",
    "document": "document",
    "end_date": "fin",
    "event": "étape",
    "failures": "échecs",
    "field": "champ",
    "figures": "chiffres",
    "file": "fichier",
    "first": "le premier",
    "first_percent": "% du premier",
    "folder": "dossier",
    "for_state": "au titre de l'État",
    "force": "force",
    "forum": "enceinte",
    "forums": "enceintes",
    "g20": "G20",
    "g7": "G7",
    "how": "comment",
    "id": "id",
    "issuer": "émetteur",
    "kind": "nature",
    "label": "libellé",
    "lang": "langue",
    "link": "lien",
    "locator": "endroit",
    "mandate": "mandat",
    "measure": "mesure",
    "measure_id": "id de la mesure",
    "measures": "mesures",
    "medium": "confiance moyenne",
    "meeting": "réunion",
    "meetings": "réunions",
    "member": "membre",
    "members": "membres",
    "memberships": "appartenances",
    "name": "nom",
    "names": "noms",
    "no": "contre",
    "note": "note",
    "object": "à quoi",
    "object_id": "id de l'objet",
    "oecd": "OCDE",
    "opposed": "opposés",
    "organisation": "organisation",
    "organisations": "organisations",
    "origin": "origine",
    "other": "autres",
    "others": "autres",
    "outcome": "résultat",
    "parameters": "paramètres",
    "parent": "rattachement",
    "participations": "participations",
    "people": "personnes",
    "percent": "%",
    "percent_of": "% de",
    "place": "lieu",
    "places": "endroits",
    "position": "fonction",
    "process": "processus",
    "processes": "processus",
    "published": "publication",
    "publisher": "éditeur",
    "question": "question",
    "reason": "raison",
    "record": "fiche",
    "records": "fiches",
    "relation": "relation",
    "resolution": "résolution",
    "result": "constat",
    "retrieved_on": "consultée le",
    "role": "rôle",
    "rows": "lignes",
    "score": "score",
    "seats": "sièges",
    "second": "le second",
    "second_percent": "% du second",
    "snippet": "extrait",
    "source": "source",
    "source_id": "id de la source",
    "speakers": "orateurs",
    "stance": "position",
    "stands": "se trouve",
    "start_date": "début",
    "stated_by": "selon",
    "statement": "déclaration",
    "statements": "déclarations",
    "states": "États",
    "status": "statut",
    "subject": "quoi",
    "subject_id": "id du sujet",
    "succeeds": "succède à",
    "summary": "résumé",
    "support": "appui",
    "symbol": "cote",
    "target": "objet",
    "target_id": "id de l'objet",
    "title": "titre",
    "topic": "thème",
    "topics": "thèmes",
    "total": "total",
    "type": "type",
    "un": "ONU",
    "unit": "unité",
    "url": "adresse",
    "value": "valeur",
    "value_max": "valeur max.",
    "voices": "voix",
    "vote": "vote",
    "voted": "votes communs",
    "votes": "votes",
    "what": "quoi",
    "who": "qui",
    "words": "mots",
    "written": "source datée du",
    "written_in": "inscrit dans",
    "wto": "OMC",
    "yes": "pour",
    "affiliation": "fonction",
    "attributed_to": "estimation de",
    "attribution_text": "voix",
    "author": "auteur",
    "date_reason": "raison",
    "end_time": "heure de fin",
    "event_date": "date",
    "family_name": "nom de famille",
    "file_name": "fichier",
    "given_name": "prénom",
    "group": "groupe",
    "honorific": "titre",
    "name_as_recorded": "nom imprimé",
    "of_figure": "part de",
    "original_lang": "langue d'origine",
    "period_end": "fin de période",
    "period_start": "début de période",
    "predicate": "relation",
    "record_type": "compte rendu",
    "reporting": "mode",
    "rights": "droits",
    "scheme": "système",
    "sha256": "SHA-256",
    "sort": "ordre",
    "sort_name": "nom de tri",
    "stance_target": "à propos de",
    "start_time": "heure de début",
    "members_known": "membres connus",
    "method": "mode d'adoption",
    "corrects": "corrige",
    "final": "final",
    "part": "partie",
    "roll_call": "vote enregistré",
    "stage": "stade",
    "vote_date": "date du vote",
}


def heading(column: str, lang: str) -> str:
    """What stands above a column on screen; machine formats keep the column's own name."""
    name = column.removesuffix("_id") or column
    tongue = name[-2:] if name[-3:] in ("_fr", "_en") else ""
    name = name[:-3] if tongue else name
    said = HEADINGS.get(name, name.replace("_", " ")) if lang == "fr" else name.replace("_", " ")
    return f"{said} ({tongue})" if tongue and (tongue != lang or name in ("name", "acronym")) else said


def headings(columns: Sequence[str], lang: str) -> list[str]:
    """What stands above the columns of an answer; an id is called id where a column of the same name is there too."""
    made = [heading(name, lang) for name in columns]
    for place, name in enumerate(columns):
        if name.removesuffix("_id") != name and name.removesuffix("_id") in columns:
            made[place] = HEADINGS.get(name, f"id ({made[place]})") if lang == "fr" else name.replace("_", " ")
    return made
