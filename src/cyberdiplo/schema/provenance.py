"""Where everything is written: sources and citations."""

from __future__ import annotations

from sqlalchemy import Integer, PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cyberdiplo.schema.base import (
    STRICT,
    Base,
    Loaded,
    Recorded,
    both_or_neither,
    check,
    date_noted,
    filled,
    link,
    meaning,
    one_of,
    partial_date,
    place,
    text,
)


class Source(Recorded, Base, kind="source"):
    """A document, or a collection of pages, that we read."""

    french = "Un document, ou un recueil de pages, que nous avons lu."

    __tablename__ = "sources"
    __table_args__ = (
        UniqueConstraint("sha256"),
        filled("title", "rights_fr", "rights_en"),
        one_of("type", "sources.type"),
        one_of("record_type", "sources.record_type"),
        partial_date("published"),
        partial_date("retrieved_on"),
        check("lang_is_tag", "length(lang) between 2 and 8 and ltrim(lang, 'abcdefghijklmnopqrstuvwxyz-') = ''"),
        check("sha256_is_hex", "length(sha256) = 64 and ltrim(sha256, '0123456789abcdef') = ''"),
        both_or_neither("note_in_both_languages", "note_fr", "note_en"),
        *date_noted(),
        STRICT,
    )
    type: Mapped[str] = text("What sort of document.", "Type de document.", null=False)
    record_type: Mapped[str | None] = text(
        "What sort of record of what was said, where it is one.",
        "Type de compte rendu, si c'en est un.",
        heading="compte rendu",
    )
    publisher_id: Mapped[str | None] = link(
        "organisations", "Who published it, where known.", "Qui l'a publié, si on le sait.", heading="éditeur"
    )
    author_id: Mapped[str | None] = link(
        "records",
        "Who answers for its text, where the publisher does not.",
        "Qui répond de son texte, si ce n'est pas l'éditeur.",
        heading="auteur",
    )
    title: Mapped[str] = text(
        "Its title as printed, or ours in its language where none is printed.",
        "Son titre tel qu'imprimé, ou le nôtre dans sa langue si aucun n'est imprimé.",
        null=False,
        heading="titre",
    )
    published: Mapped[str | None] = text(
        "When it was published (partial date).",
        "Quand il a été publié (date partielle).",
        form="date",
        heading="publication",
    )
    date_note: Mapped[str | None] = text(
        "Set where no date is printed: inferred, approximate, uncertain.",
        "Renseigné si aucune date n'est imprimée : déduite, approximative, incertaine.",
    )
    date_reason_fr: Mapped[str | None] = text(
        "Why the date is what it is, in French.", "Raison de la date retenue, en français."
    )
    date_reason_en: Mapped[str | None] = text(
        "Why the date is what it is, in English.", "Raison de la date retenue, en anglais."
    )
    lang: Mapped[str] = text(
        "Language of the text that we read.", "Langue du texte que nous avons lu.", form="language", null=False
    )
    original_lang: Mapped[str | None] = text(
        "Language in which it was written, where known.",
        "Langue dans laquelle il a été écrit, si elle est connue.",
        form="language",
        heading="langue d'origine",
    )
    url: Mapped[str | None] = text("Where it can be read, if known.", "Où il peut être lu, si on le sait.", form="url")
    retrieved_on: Mapped[str | None] = text(
        "When we read it there (partial date).",
        "Quand nous l'y avons lu (date partielle).",
        form="date",
        heading="consultée le",
    )
    file_name: Mapped[str | None] = text(
        "Name of the file that we read.", "Nom du fichier que nous avons lu.", form="file_name", heading="fichier"
    )
    sha256: Mapped[str | None] = text(
        "SHA-256 of that file.", "SHA-256 de ce fichier.", form="sha256", heading="SHA-256"
    )
    rights_fr: Mapped[str] = text(
        "Whose it is and what may be done with it, in French.",
        "À qui il appartient et ce qu'il est permis d'en faire, en français.",
        null=False,
        heading="droits",
    )
    rights_en: Mapped[str] = text(
        "Whose it is and what may be done with it, in English.",
        "À qui il appartient et ce qu'il est permis d'en faire, en anglais.",
        null=False,
    )
    note_fr: Mapped[str | None] = text(
        "What a reader should know of it, in French.", "Ce qu'un lecteur doit en savoir, en français."
    )
    note_en: Mapped[str | None] = text(
        "What a reader should know of it, in English.", "Ce qu'un lecteur doit en savoir, en anglais."
    )


class Roster(Loaded, Base):
    """How many there are on a list (members, signatories, supporters), when, and whether our rows name all of them."""

    french = (
        "Combien figurent sur une liste (membres, signataires, soutiens), à quelle date, et si nos lignes les nomment"
        " tous."
    )

    __tablename__ = "rosters"
    __table_args__ = (
        PrimaryKeyConstraint("record_id", "list", "as_of"),
        one_of("list", "rosters.list"),
        partial_date("as_of"),
        check("counts_somebody", "total >= 1"),
        check("whole_is_flag", "whole in (0, 1)"),
        check("whole_has_total", "whole = 0 or total is not null"),
        both_or_neither("note_in_both_languages", "note_fr", "note_en"),
        filled("locator"),
        check("locator_says_what", "substr(locator, 1, 1) not between '0' and '9'"),
        STRICT,
    )
    record_id: Mapped[str] = link(
        "records",
        "Whose list: of a forum, organisation, process, measure or meeting.",
        "De quoi est la liste : enceinte, organisation, processus, mesure ou réunion.",
        null=False,
        index=False,
    )
    list: Mapped[str] = text("Which list.", "Quelle liste.", null=False, heading="liste")
    as_of: Mapped[str] = text(
        "The day of the list (partial date).",
        "Le jour de la liste (date partielle).",
        form="date",
        null=False,
        heading="au",
    )
    total: Mapped[int | None] = mapped_column(
        Integer,
        nullable=True,
        doc="How many there are; empty where the source does not count them.",
        info=meaning("Combien ils sont ; vide si la source ne les compte pas."),
    )
    whole: Mapped[int] = mapped_column(
        Integer,
        nullable=False,
        doc="1: our rows name all who were on it that day.",
        info=meaning(
            "1 : nos lignes nomment tous ceux qui y figuraient ce jour-là.", form="flag", heading="liste entière"
        ),
    )
    source_id: Mapped[str] = link("sources", "By which document.", "Selon quel document.", null=False)
    locator: Mapped[str] = text("At which place.", "À quel endroit.", form="locator", null=False)
    note_fr: Mapped[str | None] = text(
        "What a reader should know of the list, in French.", "Ce qu'un lecteur doit savoir de la liste, en français."
    )
    note_en: Mapped[str | None] = text(
        "What a reader should know of the list, in English.", "Ce qu'un lecteur doit savoir de la liste, en anglais."
    )


class Citation(Loaded, Base):
    """Where a record, or one field of it, is written."""

    french = "Où est écrite une fiche, ou l'un de ses champs."

    __tablename__ = "citations"
    __table_args__ = (
        PrimaryKeyConstraint("record_id", "field", "source_id", "locator", "anchor"),
        one_of("support", "citations.support"),
        one_of("confidence", "citations.confidence"),
        *place(),
        check("mirror_beside_page", "mirror_url is null or url is not null"),
        STRICT,
    )
    record_id: Mapped[str] = link("records", "What is written there.", "Ce qui y est écrit.", null=False, index=False)
    field: Mapped[str] = text(
        "The one column that it is about; of a roll call, the State whose vote; empty for the whole record.",
        "La seule colonne dont il s'agit ; d'un vote enregistré, l'État qui vote ; vide pour la fiche entière.",
        form="field",
        null=False,
        server_default="",
    )
    source_id: Mapped[str] = link("sources", "In which document.", "Dans quel document.", null=False)
    locator: Mapped[str] = text(
        "At which place: par. 3.5, note 7, art. 26, line 9.",
        "À quel endroit : par. 3.5, note 7, art. 26, line 9.",
        form="locator",
        null=False,
        heading="endroit",
    )
    anchor: Mapped[str] = text(
        "At most eight consecutive words that occur once at that place.",
        "Huit mots consécutifs au plus, qui figurent une seule fois à cet endroit.",
        form="anchor",
        null=False,
        server_default="",
        heading="ancre",
    )
    support: Mapped[str] = text(
        "Whether the document states it, states it less precisely, implies or contradicts it.",
        "Si le document l'énonce, l'énonce moins précisément, l'implique ou le contredit.",
        null=False,
        heading="appui",
    )
    confidence: Mapped[str] = text(
        "How sure we are that the document is right: high or medium.",
        "Notre confiance dans la justesse du document : élevée ou moyenne.",
        null=False,
        heading="confiance",
    )
    url: Mapped[str | None] = text(
        "The page, where the source is a collection of pages.",
        "La page, si la source est un recueil de pages.",
        form="url",
    )
    mirror_url: Mapped[str | None] = text(
        "Another place where the same page can be read.", "Un autre endroit où la même page peut être lue.", form="url"
    )
    note: Mapped[str | None] = text(
        "What a reader should know of this citation.", "Ce qu'un lecteur doit savoir de cette citation."
    )


class Refinement(Loaded, Base):
    """What a folder says more exactly of a record of another folder: one column, said there with its own citation."""

    french = (
        "Ce qu'un dossier dit plus précisément d'une fiche d'un autre dossier : une colonne, avec sa propre référence."
    )

    __tablename__ = "refinements"
    __table_args__ = (
        PrimaryKeyConstraint("record_id", "field"),
        filled("value"),
        STRICT,
    )
    record_id: Mapped[str] = link("records", "The record.", "La fiche.", null=False, index=False)
    field: Mapped[str] = text("Which of its columns.", "Laquelle de ses colonnes.", form="field", null=False)
    value: Mapped[str] = text(
        "What stands there while this folder is loaded.",
        "Ce qui y figure tant que ce dossier est chargé.",
        null=False,
    )
    value_before: Mapped[str | None] = text(
        "What the record itself has, kept while the refinement stands; empty where it has nothing there.",
        "Ce que porte la fiche elle-même, gardé tant que la précision vaut ; vide si elle n'y porte rien.",
        order=98,
    )
