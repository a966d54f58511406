"""What every table shares: how constraints are named, and the rules that many columns keep.

A rule is one piece of SQL that SQLite and PostgreSQL both understand, so that there is one text to
read, to test and to migrate.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from cyberdiplo.schema.vocabulary import CLOSED, OPEN

ANCHOR_WORDS = 8  # long enough to be found again, too short to be a copy
NAMING = {  # every constraint has a name from migration 0001 on, so that a later one can change it
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class Base(DeclarativeBase):
    """The tables of cyberdiplo."""

    metadata = MetaData(naming_convention=NAMING)


# --- columns -----------------------------------------------------------------------------------

# Compared and sorted by code point, on every server: whatever locale a PostgreSQL was set up with, the same question
# gives the same rows in the same order as on SQLite.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")


def meaning(french: str, *, form: str = "", heading: str = "") -> dict[str, str]:
    """What a column means, in French; one of FORMS, where the type does not say how its values are written.

    ``heading`` is what French readers see above it, where ``render.style`` has no word for its name.
    """
    return {"fr": french, "form": form, "heading": heading}


def text(
    doc: str, french: str, *, form: str = "", heading: str = "", null: bool = True, order: int = 0, **more: Any
) -> Any:
    """A text column; empty is missing, and where it may not be missing it may not be blank."""
    info = meaning(french, form=form, heading=heading)
    return mapped_column(TEXT, nullable=null, doc=doc, info=info, sort_order=order, **more)


def link(
    target: str,
    doc: str,
    french: str,
    *,
    heading: str = "",
    null: bool = True,
    index: bool = True,
    order: int = 0,
    **more: Any,
) -> Any:
    """A text column that holds the id of a row of ``target`` ("forums", or "records" for any kind)."""
    key = ForeignKey(f"{target}.id", deferrable=True, initially="IMMEDIATE", **more)
    return mapped_column(
        TEXT, key, nullable=null, index=index, doc=doc, info=meaning(french, heading=heading), sort_order=order
    )


class Loaded:
    """Bookkeeping of the loader, not part of the seed files."""

    load_id: Mapped[int] = mapped_column(
        Integer,
        ForeignKey("loads.id", deferrable=True, initially="IMMEDIATE"),
        nullable=False,
        doc="The load that last wrote this row.",
        info=meaning("Le chargement qui a écrit cette ligne en dernier."),
        sort_order=99,
    )


class Recorded(Loaded):
    """A row with an id in the one id space of ``records``, registered there under the kind of its table.

    ``class Forum(Recorded, Base, kind="forum")``: the kind is the same in every row, and is a column so that it can be
    part of the key to ``records``: no id can name two things.
    """

    id: Mapped[str] = mapped_column(
        TEXT,
        primary_key=True,
        doc="Readable id, unique across all tables.",
        info=meaning("Identifiant lisible, unique dans l'ensemble des tables.", form="id"),
        sort_order=-10,
    )
    __table_args__: Any

    def __init_subclass__(cls, *, kind: str, **more: Any) -> None:
        column: Any = mapped_column(
            TEXT,
            nullable=False,
            server_default=kind,
            doc="Kind of record.",
            sort_order=98,
            info={"kind": kind, **meaning("Nature de la fiche.")},
        )
        setattr(cls, "kind", column)  # noqa: B010
        registered = ForeignKeyConstraint(
            ["id", "kind"], ["records.id", "records.kind"], deferrable=True, initially="IMMEDIATE"
        )
        cls.__table_args__ = (registered, check("kind", f"kind = '{kind}'"), *cls.__table_args__)
        super().__init_subclass__(**more)


class Named:
    """The four names that most records have; every other name stands in ``names``."""

    name_fr: Mapped[str] = text("Name in French.", "Nom en français.", null=False, order=50)
    name_en: Mapped[str] = text("Name in English.", "Nom en anglais.", null=False, order=51)
    acronym_fr: Mapped[str | None] = text("Acronym in French.", "Sigle en français.", order=52)
    acronym_en: Mapped[str | None] = text("Acronym in English.", "Sigle en anglais.", order=53)


class DateNoted:
    """Why a date is what it is, where no source prints it."""

    date_note: Mapped[str | None] = text(
        "Set where no source prints the date: inferred, approximate, uncertain.",
        "Renseigné si aucune source n'imprime la date : déduite, approximative, incertaine.",
        order=60,
    )
    date_reason_fr: Mapped[str | None] = text(
        "Why the date is what it is, in French.", "Raison de la date retenue, en français.", order=61
    )
    date_reason_en: Mapped[str | None] = text(
        "Why the date is what it is, in English.", "Raison de la date retenue, en anglais.", order=62
    )


# --- rules -------------------------------------------------------------------------------------


def check(name: str, sql: str) -> CheckConstraint:
    """A rule with a name that tells the reader what was broken."""
    return CheckConstraint(sql, name=name)


def one_of(column: str, domain: str) -> CheckConstraint | ForeignKeyConstraint:
    """Only the codes of a vocabulary: of a closed one those of the program, of an open one those of its table."""
    if domain in OPEN:
        return ForeignKeyConstraint([column], [f"{OPEN[domain]}.code"], deferrable=True, initially="IMMEDIATE")
    codes = ", ".join(f"'{code}'" for code in CLOSED[domain])
    return check(f"{column}_known", f"{column} in ({codes})")


def filled(*columns: str) -> CheckConstraint:
    """Text that must be there is more than blanks."""
    return check("not_blank", " and ".join(f"trim({column}) <> ''" for column in columns))


def partial_date(column: str) -> CheckConstraint:
    """A real day, month or year: YYYY, YYYY-MM or YYYY-MM-DD, as precise as the source and no more."""
    year, month, day = (f"substr({column}, {start}, {size})" for start, size in ((1, 4), (6, 2), (9, 2)))
    leap = (
        f"(cast({year} as integer) % 4 = 0 and cast({year} as integer) % 100 <> 0 or cast({year} as integer) % 400 = 0)"
    )
    return check(
        f"{column}_is_date",
        f"length({column}) in (4, 7, 10) and length({year}) = 4 and ltrim({year}, '0123456789') = ''"
        f" and (length({column}) = 4 or substr({column}, 5, 1) = '-' and ltrim({month}, '0123456789') = ''"
        f" and {month} between '01' and '12')"
        f" and (length({column}) < 10 or substr({column}, 8, 1) = '-' and ltrim({day}, '0123456789') = ''"
        f" and {day} >= '01' and {day} <= case when {month} in ('04', '06', '09', '11') then '30'"
        f" when {month} = '02' and {leap} then '29' when {month} = '02' then '28' else '31' end)",
    )


def clock(column: str) -> CheckConstraint:
    """HH:MM in 24 hours."""
    return check(
        f"{column}_is_time",
        f"length({column}) = 5 and substr({column}, 3, 1) = ':' and ltrim(substr({column}, 1, 2), '0123456789') = ''"
        f" and ltrim(substr({column}, 4, 2), '0123456789') = ''"
        f" and {column} between '00:00' and '23:59' and substr({column}, 4, 2) <= '59'",
    )


def in_order(start: str, end: str, name: str = "end_not_before_start") -> CheckConstraint:
    """An end is not before its start, compared as far as the less precise of the two goes."""
    return check(name, f"substr({end}, 1, length({start})) >= substr({start}, 1, length({end}))")


def both_or_neither(name: str, first: str, second: str) -> CheckConstraint:
    """Two columns that make sense only together."""
    return check(name, f"({first} is null) = ({second} is null)")


def date_noted() -> tuple[CheckConstraint | ForeignKeyConstraint, ...]:
    """A date that no source prints says why it is what it is."""
    return (
        one_of("date_note", "date_note"),
        both_or_neither("reason_in_both_languages", "date_reason_fr", "date_reason_en"),
        check("inferred_says_why", "date_note is null or date_reason_fr is not null"),
    )


def place() -> tuple[CheckConstraint, ...]:
    """A locator says what it counts (par. 3.5, not 3.5), and an anchor is too short to be a copy."""
    return (
        filled("locator"),
        check("locator_says_what", "substr(locator, 1, 1) not between '0' and '9'"),
        check("anchor_is_short", f"length(anchor) - length(replace(anchor, ' ', '')) < {ANCHOR_WORDS}"),
    )


STRICT = {"sqlite_strict": True}
