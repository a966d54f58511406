"""``cyberdiplo cite``: where records are written, those that are named or those of a list."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.words import answer_options, complete, options
from cyberdiplo.cli.words.filters import make_filters, read_filters
from cyberdiplo.cli.words.leaf import example_lines, make_leaf
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.messages import tr
from cyberdiplo.questions import catalogue
from cyberdiplo.render.citations.writers import ENDINGS, STYLES, CiteStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.cli.words.options import OptionValue
    from cyberdiplo.records.cited import CitedRecord
    from cyberdiplo.settings import Lang
    from cyberdiplo.store.connection import Connection

LIST = "statements"  # whose filters it takes
Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NAME]...",
        help=tr("Ids, acronyms, aliases or names, in any language; - for ids from standard input, one a line."),
        autocompletion=complete.records(),
    ),
]
How = Annotated[
    CiteStyle | None,
    typer.Option(
        "--style",
        "--format",
        "-s",
        "-f",
        metavar="|".join(STYLES),
        help=tr("The format; otherwise as the ending of --output says, or text."),
        autocompletion=complete.choices(*STYLES),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=tr("Write to a file; its ending ({listed}) decides the style.", listed=", ".join(ENDINGS)),
    ),
]
OWN: dict[str, options.Entry] = {
    "names": (Names, None),
    "style": (How, None),
    "output": (Output, None),
    "force": (options.Force, False),
    "quiet": (options.Quiet, False),
    "lang": (options.Lang, None),
    "database": (options.Database, None),
}


def command(_: str) -> Any:
    """The command: its own words, and the filters of the list of statements."""
    own = {"names": OWN["names"]} | make_filters(catalogue.read_list(LIST)) | OWN
    return make_leaf(
        answer_options.declare(main, own),
        help="\n\n".join(
            [
                tr(
                    "Where records are written: each source once, of a web site each page, with every place in it and,"
                    " where there is a page, a link. Of one record the words there too, of a source the source itself."
                ),
                tr("Name the records, pipe ids or a list to it, or give the filters of 'cyberdiplo statements'."),
                example_lines(
                    "cyberdiplo cite Fick",
                    "cyberdiplo cite GTCNL OTC --style ris --output sources.ris",
                    "cyberdiplo cite --country FRA --style bibtex",
                    "cyberdiplo measures --country EU -f tsv | cyberdiplo cite --style csl-json",
                ),
            ]
        ),
        epilog=tr("Every list of records is a bibliography too: cyberdiplo figures --forum OTC --format bibtex"),
    )


def main(
    names: list[str] | None = None,
    style: CiteStyle | None = None,
    output: Path | None = None,
    force: bool = False,
    quiet: bool = False,
    lang: str | None = None,
    database: str | None = None,
    **filters: OptionValue,
) -> None:
    """Find the records and write their citations."""
    from cyberdiplo import settings
    from cyberdiplo.errors import BadUsage
    from cyberdiplo.render import output as out
    from cyberdiplo.render.citations.writers import write_cited

    tongue = settings.lang(lang)
    chosen = style or _style_of(output)
    question = catalogue.read_list(LIST)
    wishes = read_filters(question, filters)
    if names and wishes:
        raise BadUsage(
            tr("Names to cite and filters of a list cannot be given together."),
            hint=tr("give either the names or the filters."),
        )
    cited = [] if wishes else _read_names(names or [])
    with answer_options.hushed(quiet), asking(database) as connection:
        if wishes:
            from cyberdiplo.questions.run import answer
            from cyberdiplo.records.cited_list import read_cited_list

            answered = answer(connection, question, wishes, lang=tongue, guessing=True)
            say(*answered.guesses)
            records = read_cited_list(connection, answered.result, tongue)
            if not records:
                from cyberdiplo.questions.emptiness import explain_emptiness

                say(tr("No statement fits, so there is nothing to cite.", tongue))
                say(*explain_emptiness(connection, question, wishes, tongue))
        else:
            records = _find(connection, cited, tongue)
        write_cited(records, chosen, out.make_style(tongue, output=output), output, force=force)


def _find(connection: Connection, names: Sequence[str], lang: Lang) -> list[CitedRecord]:
    """The records of these names. Raises UnclearName for the first that is none or several."""
    from cyberdiplo.questions.names import resolve
    from cyberdiplo.records.citations import read_citations

    # None is guessed: what is written goes into a footnote, away from what is said beside it.
    return read_citations(connection, [resolve(connection, name).id for name in names], lang)


def _read_names(names: Sequence[str]) -> list[str]:
    """What is to be cited, with standard input in the place of a hyphen, or alone in a pipe. Raises BadUsage."""
    from cyberdiplo.errors import BadUsage

    if not names and sys.stdin and not sys.stdin.isatty():
        names = ["-"]
    cited: list[str] = []
    for name in names:
        cited += _read_stdin() if name == "-" else [name]
    if not cited:
        raise BadUsage(
            tr("Nothing was named to cite."),
            hint=tr("name a record, pipe ids to it, or give a filter such as --country FRA."),
        )
    return cited


def _read_stdin() -> list[str]:
    return read_ids(sys.stdin.buffer.read()) if sys.stdin else []  # there is none where it was closed


def read_ids(text: bytes) -> list[str]:
    """The ids in lines, or in the first column of a list as TSV or CSV: in that of its heading ``id`` where it has one.

    Raises BadUsage for what is not UTF-8.
    """
    import csv

    from cyberdiplo.errors import BadUsage
    from cyberdiplo.records.cited_list import find_id_column

    try:
        lines = [line for line in text.decode("utf-8-sig").splitlines(keepends=True) if line.strip()]
    except UnicodeDecodeError as error:
        raise BadUsage(tr("Standard input is not UTF-8 text."), hint=tr("pipe ids to it, one a line.")) from error
    first = lines[0] if lines else ""
    # A name may have a comma, with a blank after it; between the cells of a list none stands.
    separator = "\t" if "\t" in first else (re.search(r"^[^\s,;]*([,;])(?! )", first) or ["", "\n"])[1]
    if separator == "\n":
        cells = [[line.strip()] for line in lines]
    else:
        cells = [row for row in csv.reader(lines, delimiter=separator) if row]
    heading = find_id_column(cells[0]) if cells else None
    column = heading or 0
    ids = ["".join(row[column : column + 1]).strip() for row in cells[heading is not None :]]
    return [name for name in ids if name]


def _style_of(output: Path | None) -> CiteStyle:
    """The style that a file's ending says. Raises BadUsage where it says none."""
    from cyberdiplo.errors import BadUsage
    from cyberdiplo.render.output import to_stdout

    if output is None or to_stdout(output):
        return "text"
    if output.suffix.lower() not in ENDINGS:
        raise BadUsage(
            tr("The ending of {path} does not say which style is meant.", path=output),
            hint=tr("add --style, or end the name in {listed}.", listed=", ".join(ENDINGS)),
        )
    return ENDINGS[output.suffix.lower()]
