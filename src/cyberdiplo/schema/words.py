"""The open vocabularies: a table for each, all of one form, which curators and users extend with rows."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint, Table

from cyberdiplo.schema.base import TEXT, Base, check, filled, meaning
from cyberdiplo.schema.vocabulary import OPEN

DOCS = {
    "organisation_types": ("What sort of body an organisation is.", "Le type d'une organisation."),
    "forum_types": ("What sort of place of discussion a forum is.", "Le type d'une enceinte de discussion."),
    "process_types": ("What sort of track a process is.", "Le type d'un processus."),
    "meeting_types": ("What sort of sitting a meeting is.", "Le type d'une réunion."),
    "participation_roles": (
        "What part somebody took in a meeting or process.",
        "Le rôle que quelqu'un a tenu dans une réunion ou un processus.",
    ),
    "capacities": ("For whom somebody takes part.", "Pour qui quelqu'un participe."),
    "measure_types": (
        "What sort of text or undertaking a measure is.",
        "Le type d'une mesure : quel texte ou quel engagement.",
    ),
    "step_types": ("What happened to a measure.", "Ce qui est arrivé à une mesure."),
    "adoption_methods": ("How a body decided.", "Comment un organe a décidé."),
    "statement_types": ("What sort of point a statement makes.", "Le type d'une déclaration."),
    "units": ("What a figure is counted in.", "L'unité dans laquelle un chiffre est compté."),
    "predicates": ("In which relation one record stands to another.", "La relation d'une fiche à une autre."),
    "membership_roles": (
        "In what role a State or body belongs to a group.",
        "À quel titre un État ou une organisation appartient à un groupe.",
    ),
    "name_types": ("What sort of name it is.", "Le type d'un nom."),
    "identifier_schemes": ("Whose numbering an identifier belongs to.", "De qui est la numérotation d'un identifiant."),
    "source_types": ("What sort of document a source is.", "Le type de document qu'est une source."),
    "record_types": ("What sort of record of words a source is.", "Le type de compte rendu qu'est une source."),
    "languages": ("The names of languages.", "Les noms des langues."),
    "intervention_forms": (
        "In which form somebody took the floor.",
        "Sous quelle forme quelqu'un a pris la parole.",
    ),
    "verbs": (
        "With which verb a paragraph of a resolution, or an article, says what it says.",
        "Par quel verbe un paragraphe de résolution, ou un article, dit ce qu'il dit.",
    ),
}


def _table(name: str) -> Table:
    return Table(
        name,
        Base.metadata,
        Column(
            "code",
            TEXT,
            nullable=False,
            doc="The code that other tables hold; it never changes.",
            info=meaning("Le code que contiennent les autres tables ; il ne change jamais.", form="word"),
        ),
        Column("label_fr", TEXT, nullable=False, doc="Its name, in French.", info=meaning("Son libellé, en français.")),
        Column("label_en", TEXT, nullable=False, doc="Its name, in English.", info=meaning("Son libellé, en anglais.")),
        Column(
            "meaning_fr",
            TEXT,
            doc="When the code is used, in French.",
            info=meaning("Quand le code s'emploie, en français."),
        ),
        Column(
            "meaning_en",
            TEXT,
            doc="When the code is used, in English.",
            info=meaning("Quand le code s'emploie, en anglais."),
        ),
        Column(
            "synonyms",
            TEXT,
            doc="Other words for it, in either language, separated by semicolons.",
            info=meaning("Ses autres appellations, dans l'une ou l'autre langue, séparées par des points-virgules."),
        ),
        Column(
            "counts_as",
            TEXT,
            ForeignKey(f"{name}.code", deferrable=True, initially="IMMEDIATE"),
            doc="The code that it is a sort of: a question that asks for that one asks for it too.",
            info=meaning("Le code dont il est une variété : une question qui porte sur l'un porte sur l'autre."),
        ),
        Column(
            "sort",
            Integer,
            nullable=False,
            server_default="0",
            doc="Order among the codes.",
            info=meaning("Ordre parmi les codes."),
        ),
        Column(
            "load_id",
            Integer,
            ForeignKey("loads.id", deferrable=True, initially="IMMEDIATE"),
            nullable=False,
            doc="The load that last said this row.",
            info=meaning("Le chargement qui a donné cette ligne en dernier."),
        ),
        PrimaryKeyConstraint("code"),
        filled("label_fr", "label_en"),
        check("counts_as_another", "counts_as <> code"),
        check("code_is_word", "ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''"),
        sqlite_strict=True,
        info={"doc": DOCS[name][0], "fr": DOCS[name][1]},
    )


WORDS = tuple(_table(name) for name in OPEN.values())
