"""``cyberdiplo cite NAME``: where a record is written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from cyberdiplo.cli import complete, options
from cyberdiplo.cli.leaf import examples, make_leaf
from cyberdiplo.cli.opening import asking
from cyberdiplo.cli.show import Name
from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.render.cite import ENDINGS, STYLES, CiteStyle

How = Annotated[
    CiteStyle | None,
    typer.Option(
        "--style",
        "-s",
        metavar="|".join(STYLES),
        help=tr("How it is written; else as the ending of --output says, else text."),
        autocompletion=complete.choices(*STYLES),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help=tr("Write to a file: {listed} say the style.", listed=", ".join(ENDINGS))
    ),
]


def command(_: str) -> Any:
    """The command."""
    return make_leaf(
        main,
        help=tr(
            "Where a record is written: each citation with its source, its place and, where there is a page, a link"
            " that opens at the passage. For a source, the source itself."
        ),
        epilog=examples("cite Fick", "cite wto-tbt-cyber-2023 --style bibtex", "cite GTCNL --output gtcnl.json"),
    )


def main(
    name: Name,
    style: How = None,
    output: Output = None,
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.Lang = None,
    database: options.Database = None,
) -> None:
    """Find the record and write its citations."""
    from cyberdiplo import settings
    from cyberdiplo.questions.names import resolve
    from cyberdiplo.records.citations import read_citations
    from cyberdiplo.render import output as out

    tongue = settings.lang(lang)
    chosen = style or _style_of(output)
    width = out.make_style(tongue).width or 80
    with asking(database) as connection:
        match = resolve(connection, name)
        cited = read_citations(connection, match.id, match.kind, tongue)
    with out.open_output(output, force=force) as file:
        STYLES[chosen](cited, tongue, width, file)
    with options.hushed(quiet):
        sentence = tr_plural(
            "wrote {count:,} citation to {file}",
            "wrote {count:,} citations to {file}",
            len(cited.citations),
            tongue,
            file=output,
        )
        out.report_written(output, sentence)


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
