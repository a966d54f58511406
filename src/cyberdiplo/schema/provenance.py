"""Where everything is written: sources and citations."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from cyberdiplo.schema.base import (
    STRICT,
    Base,
    Loaded,
    Recorded,
    both_or_neither,
    check,
    filled,
    link,
    one_of,
    partial_date,
    text,
)

ANCHOR_WORDS = 8  # long enough to be found again, too short to be a copy


class Source(Recorded, Base, kind="source"):
    """A document that we read."""

    __tablename__ = "sources"
    __table_args__ = (
        UniqueConstraint("sha256"),
        filled("title", "rights_fr", "rights_en"),
        one_of("type", "sources.type"),
        one_of("record_type", "sources.record_type"),
        one_of("date_note", "date_note"),
        partial_date("published"),
        partial_date("retrieved_on"),
        check("lang_is_tag", "length(lang) between 2 and 8 and ltrim(lang, 'abcdefghijklmnopqrstuvwxyz-') = ''"),
        check("sha256_is_hex", "length(sha256) = 64 and ltrim(sha256, '0123456789abcdef') = ''"),
        both_or_neither("reason_in_both_languages", "date_reason_fr", "date_reason_en"),
        both_or_neither("note_in_both_languages", "note_fr", "note_en"),
        check("inferred_says_why", "date_note is null or date_reason_fr is not null"),
        STRICT,
    )
    type: Mapped[str] = text("What sort of document.", null=False)
    record_type: Mapped[str | None] = text("What sort of record of words, where it is one.")
    publisher_id: Mapped[str | None] = link("organisations", "Who published it.")
    author_id: Mapped[str | None] = link("records", "Who answers for its text, where the publisher does not.")
    title: Mapped[str] = text("Its title as printed, or ours in its language where none is printed.", null=False)
    published: Mapped[str | None] = text("When it was published (partial date).")
    date_note: Mapped[str | None] = text("Set where no date is printed: inferred, approximate, uncertain.")
    date_reason_fr: Mapped[str | None] = text("Why the date is what it is, in French.")
    date_reason_en: Mapped[str | None] = text("Why the date is what it is, in English.")
    lang: Mapped[str] = text("Language of the text that we read.", null=False)
    original_lang: Mapped[str | None] = text("Language in which it was written, where known.")
    url: Mapped[str | None] = text("Where it can be read, where we know.")
    retrieved_on: Mapped[str | None] = text("When we read it there (partial date).")
    file_name: Mapped[str | None] = text("Name of the file that we read.")
    sha256: Mapped[str | None] = text("SHA-256 of that file.")
    rights_fr: Mapped[str] = text("Whose it is and what may be done with it, in French.", null=False)
    rights_en: Mapped[str] = text("Whose it is and what may be done with it, in English.", null=False)
    note_fr: Mapped[str | None] = text("What a reader should know of it, in French.")
    note_en: Mapped[str | None] = text("What a reader should know of it, in English.")


class Citation(Loaded, Base):
    """Where a record, or one field of it, is written."""

    __tablename__ = "citations"
    __table_args__ = (
        PrimaryKeyConstraint("record_id", "field", "source_id", "locator", "anchor"),
        one_of("support", "citations.support"),
        one_of("confidence", "citations.confidence"),
        filled("locator"),
        check("locator_says_what", "substr(locator, 1, 1) not between '0' and '9'"),
        check("anchor_is_short", f"length(anchor) - length(replace(anchor, ' ', '')) < {ANCHOR_WORDS}"),
        check("mirror_beside_page", "mirror_url is null or url is not null"),
        STRICT,
    )
    record_id: Mapped[str] = link("records", "What is written there.", null=False, index=False)
    field: Mapped[str] = text(
        "The one column that it is about; of a roll call, the State whose vote; empty for the whole record.",
        null=False,
        server_default="",
    )
    source_id: Mapped[str] = link("sources", "In which document.", null=False)
    locator: Mapped[str] = text("At which place: par. 3.5, note 7, art. 26, line 9.", null=False)
    anchor: Mapped[str] = text(
        "At most eight consecutive words that occur once at that place.", null=False, server_default=""
    )
    support: Mapped[str] = text("Whether the document states, implies or contradicts it.", null=False)
    confidence: Mapped[str] = text("How sure we are that the document is right: high or medium.", null=False)
    url: Mapped[str | None] = text("The page, where the source is a collection of pages.")
    mirror_url: Mapped[str | None] = text("Another place where the same page can be read.")
    note: Mapped[str | None] = text("What a reader should know of this citation.")
