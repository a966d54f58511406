"""The one id space, and what the database knows of itself: its loads, its dictionary, its index of names."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Index, Integer, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cyberdiplo.schema.base import (
    STRICT,
    TEXT,
    Base,
    Loaded,
    check,
    meaning,
    one_of,
    text,
)


class Load(Base):
    """What was loaded, when, from which files."""

    french = "Ce qui a été chargé, quand, depuis quels fichiers."

    __tablename__ = "loads"
    __table_args__ = (check("files_counted", "files >= 0 and rows >= 0"), STRICT)
    id: Mapped[int] = mapped_column(
        Integer, primary_key=True, doc="Number of the load.", info=meaning("Numéro du chargement.")
    )
    dataset: Mapped[str] = text(
        "The collection of seed folders that the folder belongs to.",
        "La collection de dossiers de données à laquelle appartient le dossier.",
        null=False,
    )
    folder: Mapped[str] = text(
        "The folder within the collection: reference, vocabularies or sources/<id>; a dot where it stands alone.",
        "Le dossier dans la collection : reference, vocabularies ou sources/<id> ; un point s'il est seul.",
        null=False,
    )
    loaded_at: Mapped[str] = text(
        "When, in UTC, as YYYY-MM-DDTHH:MM:SSZ.",
        "Quand, en UTC, sous la forme AAAA-MM-JJTHH:MM:SSZ.",
        form="utc",
        null=False,
    )
    version: Mapped[str] = text(
        "The version of cyberdiplo that loaded it.",
        "La version de cyberdiplo qui l'a chargé.",
        form="version",
        null=False,
    )
    files: Mapped[int] = mapped_column(
        Integer, nullable=False, doc="How many files the folder had.", info=meaning("Nombre de fichiers du dossier.")
    )
    rows: Mapped[int] = mapped_column(
        Integer, nullable=False, doc="How many rows the files had.", info=meaning("Nombre de lignes des fichiers.")
    )
    digest: Mapped[str] = text(
        "SHA-256 of the names and contents of the files; empty where the rows have been taken out or replaced.",
        "SHA-256 des noms et du contenu des fichiers ; vide si les lignes ont été retirées ou remplacées.",
        form="digest",
        null=False,
    )
    origin: Mapped[str] = text(
        "A digest of the place of the collection, which tells it from another of the same name; empty: unknown, or the"
        " program's own collection.",
        "Une empreinte de l'emplacement de la collection, qui la distingue d'une autre du même nom ; vide : emplacement"
        " inconnu, ou collection du programme.",
        form="digest",
        null=False,
        server_default="",
    )


class Record(Loaded, Base):
    """One thing that can be cited, named, tagged or related."""

    french = "Une chose que l'on peut citer, nommer, rattacher à un thème ou mettre en relation."

    __tablename__ = "records"
    __table_args__ = (
        UniqueConstraint("id", "kind"),
        one_of("kind", "records.kind"),
        check(
            "id_readable",
            "kind = 'country' and ltrim(id, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = '' and length(id) between 2 and 3"
            " or kind <> 'country' and ltrim(id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''"
            " and id not like '-%' and id not like '%-' and id not like '%--%'",
        ),
        STRICT,
    )
    id: Mapped[str] = text(
        "Readable id, unique over all tables, never reused.",
        "Identifiant lisible, unique dans l'ensemble des tables, jamais réattribué.",
        form="record_id",
        null=False,
        primary_key=True,
    )
    kind: Mapped[str] = text(
        "What the record is: forum, speaker, statement, and so on.",
        "Ce qu'est la fiche : enceinte, personne, déclaration, etc.",
        null=False,
    )


def _dictionary(name: str, doc: str, french: str, *columns: Column[Any]) -> Table:
    info = {"doc": doc, "fr": french}
    return Table(name, Base.metadata, *columns, info=info, sqlite_strict=True)


def _text(name: str, doc: str, french: str, *, key: bool = False, null: bool = False) -> Column[Any]:
    return Column(name, TEXT, primary_key=key, nullable=null, doc=doc, info=meaning(french))


# What the tables and columns mean, for whoever opens the database in another tool. Made by the loader from the models.
DICTIONARY_TABLES = _dictionary(
    "dictionary_tables",
    "What each table is.",
    "Ce qu'est chaque table.",
    _text("name", "Name of the table.", "Nom de la table.", key=True),
    _text("meaning_fr", "What a row is, in French.", "Ce qu'est une ligne, en français."),
    _text("meaning_en", "What a row is, in English.", "Ce qu'est une ligne, en anglais."),
    _text("kind", "The kind of its records, where it has records.", "Le type de ses fiches, si elle en a.", null=True),
    Column("sort", Integer, nullable=False, doc="Order among the tables.", info=meaning("Ordre parmi les tables.")),
)
DICTIONARY_COLUMNS = _dictionary(
    "dictionary_columns",
    "What each column of each table holds.",
    "Ce que contient chaque colonne de chaque table.",
    _text("table_name", "The table.", "La table.", key=True),
    _text("name", "Name of the column.", "Nom de la colonne.", key=True),
    _text("type", "TEXT, INTEGER or REAL.", "TEXT, INTEGER ou REAL."),
    Column("required", Integer, nullable=False, doc="1: never empty.", info=meaning("1 : jamais vide.", form="flag")),
    _text("meaning_fr", "What it holds, in French.", "Ce qu'elle contient, en français."),
    _text("meaning_en", "What it holds, in English.", "Ce qu'elle contient, en anglais."),
    _text("form_fr", "How it is written, in French.", "Comment cela s'écrit, en français.", null=True),
    _text("form_en", "How it is written, in English.", "Comment cela s'écrit, en anglais.", null=True),
    _text(
        "target",
        "The table whose ids or codes it holds.",
        "La table dont elle contient les identifiants ou les codes.",
        null=True,
    ),
    _text("codes", "Its codes, where they are a closed list.", "Ses codes, si la liste en est fermée.", null=True),
    Column("sort", Integer, nullable=False, doc="Order in the table.", info=meaning("Ordre dans la table.")),
)

# Every name, acronym, symbol and title of every record as it is compared, so that a look-up is one step in an
# index. Made by the loader from the tables above; seed files do not have it.
NAME_INDEX = Table(
    "name_index",
    Base.metadata,
    Column(
        "norm",
        TEXT,
        nullable=False,
        doc="The name as it is compared: no case, accents or punctuation.",
        info=meaning("Le nom tel qu'il est comparé : sans casse, accents ni ponctuation.", form="norm"),
    ),
    Column("record_id", TEXT, nullable=False, doc="Whose name it is.", info=meaning("La fiche qui porte ce nom.")),
    Column("kind", TEXT, nullable=False, doc="The kind of that record.", info=meaning("La nature de cette fiche.")),
    Column("name", TEXT, nullable=False, doc="The name as it is written.", info=meaning("Le nom tel qu'il est écrit.")),
    Column(
        "weak",
        Integer,
        nullable=False,
        doc="1: the name finds this record only where no other record has it as its own.",
        info=meaning("1 : le nom ne trouve cette fiche que si aucune autre ne l'a en propre.", form="flag"),
    ),
    Index("ix_name_index_norm", "norm", "kind"),
    info={
        "doc": "Every name, acronym, symbol and title of a record, as it is compared.",
        "fr": "Tous les noms, sigles, cotes et titres des fiches, tels qu'ils sont comparés.",
    },
    sqlite_strict=True,
)
