"""How an answer is to look, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cyberdiplo.schema.vocabulary import label


@dataclass(frozen=True)
class Style:
    """What the user asked of the look of an answer."""

    lang: str = "en"
    header: bool = True
    excel: bool = False  # what Excel needs to open a CSV file by a double click
    main: tuple[str, ...] = ()  # the columns that a narrow terminal shows first
    width: int | None = None  # of the screen; None where nothing says it
    terminal: bool = False  # somebody looks at it right now
    color: bool = False


def plain(value: Any) -> Any:
    """A whole number is shown as one: 160000000000, not 160000000000.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def shown(value: Any, domain: str | None, lang: str) -> str:
    """A value as a person reads it: a code as its label in the asked language."""
    if value is None:
        return ""
    if domain is not None:
        return label(domain, str(value), lang)
    return str(plain(value))


HEADINGS: dict[str, str] = {  # column -> what French readers see above it; in English it is the column's own name
    "acronym": "sigle",
    "alpha2": "alpha-2",
    "anchor": "ancre",
    "anchors": "repères",
    "as_of": "au",
    "attribution": "attribution",
    "begins": "commence par",
    "capacity": "à quel titre",
    "chair": "présidence",
    "citations": "citations",
    "column": "colonne",
    "comparator": "réserve",
    "confidence": "confiance",
    "count": "nombre",
    "country": "pays",
    "country_name": "pays",
    "date": "date",
    "description": "description",
    "document": "document",
    "end_date": "fin",
    "failures": "échecs",
    "field": "champ",
    "figures": "chiffres",
    "file": "fichier",
    "folder": "dossier",
    "force": "force",
    "forum": "enceinte",
    "forums": "enceintes",
    "id": "id",
    "issuer": "émetteur",
    "kind": "nature",
    "label": "libellé",
    "lang": "langue",
    "locator": "endroit",
    "mandate": "mandat",
    "measure": "mesure",
    "measures": "mesures",
    "meeting": "réunion",
    "meetings": "réunions",
    "name": "nom",
    "organisation": "organisation",
    "organisations": "organisations",
    "others": "autres",
    "outcome": "résultat",
    "parent": "rattachement",
    "participations": "participations",
    "people": "personnes",
    "place": "lieu",
    "places": "endroits",
    "position": "fonction",
    "process": "processus",
    "processes": "processus",
    "published": "publication",
    "publisher": "éditeur",
    "question": "question",
    "record": "fiche",
    "records": "fiches",
    "resolution": "résolution",
    "result": "constat",
    "role": "rôle",
    "rows": "lignes",
    "score": "score",
    "snippet": "extrait",
    "source": "source",
    "speakers": "orateurs",
    "stance": "position",
    "stands": "se trouve",
    "start_date": "début",
    "stated_by": "selon",
    "statement": "déclaration",
    "statements": "déclarations",
    "status": "statut",
    "summary": "résumé",
    "support": "appui",
    "symbol": "cote",
    "title": "titre",
    "topic": "thème",
    "topics": "thèmes",
    "type": "type",
    "unit": "unité",
    "value": "valeur",
    "value_max": "valeur max.",
    "vote": "vote",
    "votes": "votes",
    "words": "mots",
    "written_in": "inscrit dans",
}


def heading(column: str, lang: str) -> str:
    """What stands above a column on screen; machine formats keep the column's own name."""
    return HEADINGS.get(column, column.replace("_", " ")) if lang == "fr" else column.replace("_", " ")
