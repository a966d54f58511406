"""``cyberdiplo show NAME``: one record whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.words import complete, options
from cyberdiplo.cli.words.leaf import examples, make_leaf
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from cyberdiplo.records.record import Section
    from cyberdiplo.store.connection import Connection

Name = Annotated[
    str, typer.Argument(help=tr("Id, acronym, alias or name, in any language."), autocompletion=complete.records())
]
How = Annotated[
    Literal["text", "json", "markdown"] | None,
    typer.Option("--format", "-f", help=tr("text, json or markdown."), show_choices=False),
]
Sections = Annotated[
    list[str] | None,
    typer.Option(
        "--section", "-s", metavar="WORD", help=tr("Only this section, whole; may be repeated."),
        autocompletion=complete.sections(),
    ),
]  # fmt: skip


NEARBY = 30  # words of a neighbouring paragraph that are enough to see what it is about


def command(_: str) -> Any:
    """The command."""
    return make_leaf(
        main,
        help=tr("One record in full: names, dates, who, what was said, relations, and where each is written."),
        epilog=examples("show OTC", "show Polverino", "show FRA --section votes", "show OEWG --lang fr"),
    )


def main(
    name: Name,
    section: Sections = None,
    format: How = None,
    lang: options.Lang = None,
    database: options.Database = None,
) -> None:
    """Find a record of any kind and write it."""
    show(name, section, format, lang, database)


def _read_surroundings(connection: Connection, record: str, lang: str, *, data: bool) -> list[Section]:
    """What stands around the words that the record is cited by, where the document was added.

    As ``data`` every paragraph is whole; a person gets the end of the one before and the beginning of the one after.
    """
    if connection.execute("select 1 from documents limit 1", {}).fetchone() is None:
        return []
    from cyberdiplo.proof.surroundings import read_surroundings
    from cyberdiplo.records.record import Section

    around = read_surroundings(connection, record)
    rows = []
    for place, near in enumerate(around, 1):
        leads_up = place < len(around) and around[place].cited
        text = near.text if data or near.cited else _cut(near.text, end=leads_up)
        rows.append((near.source, near.place, near.cited if data else "→" * near.cited or None, near.speaker, text))
    columns = ["source", "locator", "cited", "speaker", "text"]
    main = ("locator", "text")
    return [Section("surroundings", tr("In the document", lang), columns, rows, {}, main, ("text",))] if rows else []


def _cut(text: str, *, end: bool) -> str:
    """The beginning of a paragraph, or its end."""
    words = text.split()
    if len(words) <= NEARBY:
        return text
    return f"… {' '.join(words[-NEARBY:])}" if end else f"{' '.join(words[:NEARBY])} …"


def show(
    name: str,
    sections: Sequence[str] | None,
    format: str | None,
    lang: str | None,
    database: str | None,
    kinds: tuple[str, ...] = (),
    more: Callable[[Connection, str, str], list[Section]] | None = None,
    after: str | None = None,
) -> None:
    """Find the record and write it.

    Of its sections only those that are named, where some are. ``more`` gives further sections of it, by its id and
    the language; ``after`` is a command that says more of a record of the first of the kinds.
    """
    from cyberdiplo import settings
    from cyberdiplo.questions.names import find_others, resolve
    from cyberdiplo.records import record
    from cyberdiplo.render.screen import record_page

    tongue = settings.lang(lang)
    with asking(database) as connection:
        guesses: list[str] = []
        what = kinds[0].replace("_", " ") if kinds else "record"
        match = resolve(connection, name, kinds, what=what, guesses=guesses)
        others = find_others(connection, name, match.id)
        whole = record.read_record(connection, match.id, match.kind, tongue)
        whole.sections.extend(more(connection, match.id, tongue) if more else ())
        whole.sections.extend(_read_surroundings(connection, match.id, tongue, data=format == "json"))
        whole = record.choose_sections(whole, sections, guesses) if sections else whole
        say(*guesses)
        record_page.write(whole, format or "text", tongue)
    if after and match.kind == kinds[0]:
        say(tr("more: cyberdiplo {question} {id}", tongue, question=after, id=match.id))
    if others:
        say(tr("also called so: {listed}", tongue, listed="; ".join(others)))
