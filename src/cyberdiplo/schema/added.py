"""Documents that a user added, and their passages: never read from seed files, never exported with the facts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Index, Integer, Table

from cyberdiplo.schema.base import TEXT, Base, meaning


def _text(name: str, doc: str, french: str, *, key: bool = False, null: bool = False, form: str = "") -> Column[Any]:
    return Column(name, TEXT, primary_key=key, nullable=null, doc=doc, info=meaning(french, form=form))


def _whole(name: str, doc: str, french: str, *, key: bool = False, null: bool = True) -> Column[Any]:
    return Column(name, Integer, primary_key=key, nullable=null, autoincrement=False, doc=doc, info=meaning(french))


DOCUMENTS = Table(
    "documents",
    Base.metadata,
    _text("id", "Readable id, often that of its source.", "Identifiant lisible, souvent celui de sa source.", key=True),
    # No reference: a document stays when its source is loaded anew, and may be there before it.
    _text("source_id", "Which source it is, where known.", "De quelle source il s'agit, si on le sait.", null=True),
    _text("file_name", "Name of the file.", "Nom du fichier.", form="file_name"),
    _text("format", "In which format it was read.", "Dans quel format il a été lu."),
    _text("lang", "Its language, where it is plain.", "Sa langue, si elle est claire.", null=True, form="language"),
    _text("sha256", "SHA-256 of the file.", "SHA-256 du fichier.", form="sha256"),
    _text(
        "remarks",
        "What a reader should know of it: codes with a blank between.",
        "Ce qu'un lecteur doit en savoir : codes séparés par une espace.",
        null=True,
    ),
    _text("added_at", "When it was added.", "Quand il a été ajouté.", form="utc"),
    Index("uq_documents_sha256", "sha256", unique=True),
    Index("ix_documents_source_id", "source_id"),
    info={"doc": "A document that a user added.", "fr": "Un document ajouté par un utilisateur."},
    sqlite_strict=True,
)
PASSAGES = Table(
    "passages",
    Base.metadata,
    _text("document_id", "Of which document.", "De quel document.", key=True),
    _whole("sort", "Order in the document, from 1.", "Ordre dans le document, à partir de 1.", key=True, null=False),
    _text("place", "At which place: par. 3.5, note 7.", "À quel endroit : par. 3.5, note 7.", form="locator"),
    _text(
        "kind",
        "heading, paragraph, item, note, turn or cell.",
        "heading (titre), paragraph (paragraphe), item (point), note, turn (prise de parole), cell (rangée).",
    ),
    _text("text", "What is printed there.", "Ce qui y est imprimé."),
    _text("lang", "Its language, where it is plain.", "Sa langue, si elle est claire.", null=True, form="language"),
    _text("speaker", "Who speaks, as the document marks it.", "Qui parle, tel que le document l'indique.", null=True),
    _text("heading", "Under which heading it stands.", "Sous quel titre il se trouve.", null=True),
    _whole("page", "On which page, from 1.", "À quelle page, à partir de 1."),
    _whole("first_line", "The first line of the file that it has.", "Première ligne du fichier qu'il occupe."),
    _whole("last_line", "The last one.", "Dernière ligne."),
    _text(
        "marks",
        "Marks of footnotes: number:offset in text, with a blank between.",
        "Appels de note : numéro:position dans le texte, séparés par une espace.",
        null=True,
    ),
    Index("ix_passages_place", "place"),
    info={"doc": "A passage of a document.", "fr": "Un passage d'un document."},
    sqlite_strict=True,
)
PASSAGE_WORDS = Table(
    "passage_words",
    Base.metadata,
    _text("norm", "The word as it is compared.", "Le mot tel qu'il est comparé.", key=True, form="norm"),
    _text("document_id", "In which document it stands.", "Dans quel document il se trouve.", key=True),
    _whole("sort", "In which passage.", "Dans quel passage.", key=True, null=False),
    Index("ix_passage_words_document_id", "document_id"),
    info={"doc": "In which passages a word stands.", "fr": "Dans quels passages se trouve un mot."},
    sqlite_strict=True,
)
