"""The open vocabularies: a table for each, all of one form, which curators and users extend with rows."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint, Table

from cyberdiplo.schema.base import TEXT, Base, check, filled
from cyberdiplo.schema.vocabulary import OPEN

DOCS = {
    "organisation_types": "What sort of body an organisation is.",
    "forum_types": "What sort of place of discussion a forum is.",
    "process_types": "What sort of track a process is.",
    "meeting_types": "What sort of sitting a meeting is.",
    "participation_roles": "What part somebody took in a meeting or process.",
    "capacities": "For whom somebody takes part.",
    "measure_types": "What sort of text or undertaking a measure is.",
    "step_types": "What happened to a measure.",
    "adoption_methods": "How a body decided.",
    "statement_types": "What sort of point a statement makes.",
    "units": "In what a figure counts.",
    "predicates": "In which relation one record stands to another.",
    "membership_roles": "As what a State or body belongs to a group.",
    "name_types": "What sort of name it is.",
    "identifier_schemes": "Whose numbering an identifier is of.",
    "source_types": "What sort of document a source is.",
    "record_types": "What sort of record of words a source is.",
    "languages": "What languages are called.",
}


def _table(name: str) -> Table:
    return Table(
        name,
        Base.metadata,
        Column("code", TEXT, nullable=False, doc="What the other tables hold; it never changes."),
        Column("label_fr", TEXT, nullable=False, doc="What readers of French see."),
        Column("label_en", TEXT, nullable=False, doc="What readers of English see."),
        Column("meaning_fr", TEXT, doc="When the code is used, in French."),
        Column("meaning_en", TEXT, doc="When the code is used, in English."),
        Column("synonyms", TEXT, doc="What else people call it, in either language, with semicolons between."),
        Column("sort", Integer, nullable=False, server_default="0", doc="Order among the codes."),
        Column(
            "load_id",
            Integer,
            ForeignKey("loads.id", deferrable=True, initially="IMMEDIATE"),
            nullable=False,
            doc="The load that last said this row.",
        ),
        PrimaryKeyConstraint("code"),
        filled("label_fr", "label_en"),
        check("code_is_word", "ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''"),
        sqlite_strict=True,
        info={"doc": DOCS[name]},
    )


WORDS = tuple(_table(name) for name in OPEN.values())
