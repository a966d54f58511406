"""What each kind of record is: its words, its command, its names, what search finds of it.

Every list of kinds is made from this one. What a noun's command asks, with which filters and in which order, its
question says (``questions/lists/``); what its columns mean, the table; what ``show`` tells beside them, the sections
(``records/sections/``) that name its kind. Words in two languages stand in the order French, English.

It is long because it is one list, and stays whole: who adds a kind looks at those beside it.
"""

from __future__ import annotations

from typing import NamedTuple

from cyberdiplo.schema.search_sql import (
    ANCHORS,
    BOTH_NAMES,
    IN_PROCESSES,
    ISSUERS,
    MADE_THERE,
    SAID_THERE,
    SUBJECT,
    TOOK_PART_THERE,
    VOICES,
    names_of,
)


class Names(NamedTuple):
    """What a record is called, as SQL over a row of its table."""

    label: tuple[str, str] = ("name_fr", "name_en")
    acronyms: tuple[str, ...] = ("acronym_fr", "acronym_en")  # both or none
    more: tuple[str, ...] = ()  # what finds it beside these
    find: bool = True  # whether a label is a name to look it up by


class Search(NamedTuple):
    """What full-text search finds of a record, as SQL over a row of its table ``{t}``: see ``search_tables``."""

    place: int = 85  # among hits of equal rank
    names: tuple[str, ...] | None = None  # None: what it is called
    text_fr: tuple[str, ...] = ()
    text_en: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # who or what belongs to it
    in_forum: str = "false"  # whether the record ``{id}`` belongs to one of ``{forums}``
    proper: bool = False  # whether every name has a capital


class Listed(NamedTuple):
    """The command of a noun."""

    place: int  # among the commands
    command: str = ""  # where it is not called as the table
    brief: tuple[str, str] | None = None  # what it is for; None: what the title of its list says
    kinds: tuple[str, ...] = ()  # of which ``show`` takes a record, where not of its own alone
    after: str = ""  # a command that says more of a record of the first of these
    shows: tuple[str, str] | None = None  # what ``show`` is for; None: one record whole


class Noun(NamedTuple):
    """A kind of record; ``listed`` where people ask for it, ``names`` and ``search`` where it has words of its own."""

    kind: str
    table: str
    french: str  # with its article
    english: str = ""  # where it is not the kind
    plural_fr: str = ""  # above a column that counts them
    synonyms: tuple[str, ...] = ()  # what else people call it; no other kind is called so
    listed: Listed | None = None
    names: Names | None = None
    search: Search | None = None
    parts: bool = False  # whether a filter by one takes those that have it as parent_id too

    @property
    def label(self) -> tuple[str, str]:
        """What it is called before a name, as the label of its code."""
        return self.french.partition(" ")[2], self.english or self.kind.replace("_", " ")

    @property
    def command(self) -> str:
        """What lists it, which is what its list question is called."""
        return (self.listed.command if self.listed else "") or self.table

    @property
    def shown(self) -> tuple[str, ...]:
        """The kinds of record that its ``show`` takes."""
        return (self.listed.kinds if self.listed else ()) or (self.kind,)

    def show_help(self, lang: str) -> str:
        """What its ``show`` is for."""
        if self.listed and self.listed.shows:
            return self.listed.shows[0 if lang == "fr" else 1]
        if lang == "fr":
            return f"{self.french[:1].upper()}{self.french[1:]}, toute la fiche."
        return f"One {self.kind.replace('_', ' ')} whole."


# A new kind comes last: migrations write the kinds in this order.
NOUNS: tuple[Noun, ...] = (
    Noun(
        kind="country",
        table="countries",
        french="un pays",
        plural_fr="pays",
        synonyms=("État", "State"),
        listed=Listed(110, brief=("Les États et les unions.", "States and unions.")),
        names=Names(more=("alpha2",)),
        search=Search(
            place=80,
            in_forum=f"""exists (
    select 1 from participations where country_id = {{id}} and id in ({TOOK_PART_THERE}))""",
            proper=True,
        ),
    ),
    Noun(
        kind="organisation",
        table="organisations",
        french="une organisation",
        plural_fr="organisations",
        synonyms=("organization", "organisme", "body"),
        listed=Listed(50),
        names=Names(),
        search=Search(
            place=50,
            also=(names_of("countries", "country_id"), names_of("organisations", "parent_id")),
            in_forum=f"""exists (
    select 1 from participants
    where {{id}} in (organisation_id, employer_id) and participation_id in ({TOOK_PART_THERE}))""",
        ),
    ),
    Noun(
        kind="forum",
        table="forums",
        french="une enceinte",
        plural_fr="enceintes",
        listed=Listed(10, brief=("Les enceintes permanentes de discussion.", "Standing places of discussion.")),
        names=Names(),
        search=Search(
            place=10,
            also=(names_of("organisations", "organisation_id"), names_of("forums", "parent_id")),
            in_forum="{id} in ({forums})",
        ),
    ),
    Noun(
        kind="process",
        table="processes",
        french="un processus",
        plural_fr="processus",
        listed=Listed(
            20, brief=("Les processus, avec mandat et présidence.", "Mandated tracks, with mandate and chair.")
        ),
        names=Names(),
        search=Search(
            place=20,
            text_fr=("{t}.outcome_fr",),
            text_en=("{t}.outcome_en",),
            also=(names_of("forums", "forum_id"), names_of("measures", "mandate_id"), "{t}.start_date", "{t}.end_date"),
            in_forum=f"{{id}} in ({IN_PROCESSES})",
        ),
        parts=True,
    ),
    Noun(
        kind="meeting",
        table="meetings",
        french="une réunion",
        plural_fr="réunions",
        synonyms=("session", "sitting"),
        listed=Listed(30),
        names=Names(),
        search=Search(
            place=30,
            text_fr=("{t}.place_fr",),
            text_en=("{t}.place_en",),
            also=(names_of("forums", "forum_id"), names_of("processes", "process_id"), "{t}.start_date"),
            in_forum="{id} in (select meeting_id from meeting_forums where forum_id in ({forums}))",
        ),
        parts=True,
    ),
    Noun(
        kind="speaker",
        table="speakers",
        french="une personne",
        english="person",
        plural_fr="orateurs",
        synonyms=("orateur", "intervenant", "people", "personnalité"),
        listed=Listed(40),
        names=Names(
            label=("trim(coalesce(given_name, '') || ' ' || family_name)",) * 2,
            acronyms=(),
            more=(
                "sort_name",
                "family_name",
                # Without a blank and the family name first, as 李小明 is written; letters that have capitals are not.
                "case when upper(given_name) = lower(given_name) then family_name || given_name end",
            ),
        ),
        search=Search(
            place=60,
            names=(
                "coalesce({t}.given_name || ' ', '') || {t}.family_name",
                "case when upper({t}.given_name) = lower({t}.given_name) then {t}.family_name || {t}.given_name end",
                "(select group_concat(distinct name_as_recorded) from participations where speaker_id = {t}.id)",
            ),
            text_fr=("(select group_concat(distinct position_fr) from affiliations where speaker_id = {t}.id)",),
            text_en=("(select group_concat(distinct position_en) from affiliations where speaker_id = {t}.id)",),
            also=(
                f"(select group_concat({BOTH_NAMES}, ' · ') from organisations where id in"
                " (select organisation_id from affiliations where speaker_id = {t}.id))",
                "(select group_concat(name_fr || ' · ' || name_en, ' · ') from countries where id in"
                " (select country_id from participations where speaker_id = {t}.id))",
            ),
            in_forum=f"""exists (
    select 1 from participations where speaker_id = {{id}} and id in ({TOOK_PART_THERE}))""",
            proper=True,
        ),
    ),
    Noun(
        kind="measure",
        table="measures",
        french="une mesure",
        plural_fr="mesures",
        listed=Listed(60),
        names=Names(),
        search=Search(
            place=40,
            also=(*(names_of(table, "issuer_id") for table in ISSUERS), names_of("countries", "country_id")),
            in_forum="{id} in (select measure_id from measure_forums where forum_id in ({forums}))",
        ),
    ),
    Noun(
        kind="statement",
        table="statements",
        french="une déclaration",
        plural_fr="déclarations",
        listed=Listed(70),
        names=Names(label=("summary_fr", "summary_en"), acronyms=(), find=False),
        search=Search(
            place=100,
            names=(),
            text_fr=("{t}.summary_fr", "{t}.attribution_text_fr"),
            text_en=("{t}.summary_en", "{t}.attribution_text_en"),
            also=(VOICES, ANCHORS),
            in_forum=f"exists (select 1 from statements where statements.id = {{id}} and {MADE_THERE})",
        ),
    ),
    Noun(
        kind="figure",
        table="figures",
        french="un chiffre",
        plural_fr="chiffres",
        synonyms=("nombre", "number"),
        listed=Listed(80),
        names=Names(label=("label_fr", "label_en"), acronyms=(), find=False),
        search=Search(
            place=110,
            names=(),
            text_fr=("{t}.label_fr",),
            text_en=("{t}.label_en",),
            also=(SUBJECT, ANCHORS),
            in_forum=f"""exists (
    select 1 from figures
    where figures.id = {{id}} and (
      figures.subject_id in ({{forums}}) or figures.subject_id in ({IN_PROCESSES})
      or exists (select 1 from statements where statements.id = figures.statement_id and {MADE_THERE})))""",
        ),
    ),
    Noun(
        kind="topic",
        table="topics",
        french="un thème",
        plural_fr="thèmes",
        synonyms=("sujet", "subject"),
        listed=Listed(100, brief=("Le thésaurus.", "The thesaurus.")),
        names=Names(),
        search=Search(
            place=70,
            in_forum=f"""exists (
    select 1 from record_topics where topic_id = {{id}} and record_id in ({SAID_THERE}))""",
        ),
        parts=True,
    ),
    Noun(
        kind="source",
        table="sources",
        french="une source",
        plural_fr="sources",
        listed=Listed(120, brief=("Les documents lus.", "The documents that were read.")),
        names=Names(label=("title", "title"), acronyms=()),
        search=Search(
            place=90,
            names=("{t}.title",),
            text_fr=("{t}.note_fr",),
            text_en=("{t}.note_en",),
            also=(names_of("organisations", "publisher_id"), "{t}.published", "{t}.file_name"),
            in_forum=f"""exists (
    select 1 from citations where source_id = {{id}} and record_id in ({SAID_THERE}))""",
        ),
    ),
    Noun("affiliation", "affiliations", "une fonction"),
    Noun("participation", "participations", "une participation", plural_fr="participations"),
    Noun("measure_event", "measure_events", "une étape d'une mesure"),
    Noun(
        kind="roll_call",
        table="roll_calls",
        french="un vote enregistré",
        synonyms=("vote", "scrutin", "recorded vote"),
        listed=Listed(
            90,
            command="votes",
            kinds=("measure", "roll_call"),  # nobody knows the id of a roll call, but that of the resolution
            after="votes --resolution",
            shows=(
                "Comment une résolution a été adoptée, avec tout ce qu'on en sait ; ou un vote enregistré par son"
                " identifiant.",
                "How a resolution was adopted, with all that is known of it; or one roll call by its id.",
            ),
        ),
    ),
    Noun("membership", "memberships", "une appartenance", plural_fr="appartenances"),
    Noun("relation", "relations", "une relation"),
)
