"""``cyberdiplo brief``: a page or two on a selection, to hand over."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from cyberdiplo import messages
from cyberdiplo.briefs.gather import RECORDS, gather, list_filters
from cyberdiplo.cli.commands.nouns import quote
from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.words import answer_options, complete, options
from cyberdiplo.cli.words.answer_options import Options
from cyberdiplo.cli.words.filters import make_filter
from cyberdiplo.cli.words.leaf import example_lines, make_leaf
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.cli.words.options import Entry
from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.render.brief.writers import ENDINGS, WRITERS, BriefFormat

How = Annotated[
    BriefFormat | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(WRITERS),
        help=tr("The format; otherwise as the ending of --output says, or text on a screen and Markdown in a pipe."),
        autocompletion=complete.choices(*WRITERS),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=tr("Write to a file; its ending ({listed}) decides the format.", listed=", ".join(ENDINGS)),
    ),
]
Full = Annotated[
    bool, typer.Option("--full", help=tr("Everything, however many pages; otherwise about two."), show_default=False)
]
SHARED = {name: options.ANSWER[name] for name in ("force", "no_pager", "quiet", "lang", "database")}


def command(_: str) -> Any:
    """The command."""
    lang = messages.chosen()
    own: dict[str, Entry] = {"how": (How, None), "output": (Output, None), "full": (Full, False)}
    filters = {f"{parameter.name}_": make_filter(parameter, lang) for parameter in list_filters()}
    return make_leaf(
        answer_options.make_command(filters | own, main, SHARED),
        name="brief",
        help="\n\n".join(
            (
                tr(
                    "A page or two to hand over on what you name: what and when, who with capacity and country,"
                    " positions by topic with agreements and objections side by side, votes, measures with their dates,"
                    " figures with their caution. Each sentence has its place; the sources are written out once, at the"
                    " end."
                ),
                tr(
                    "What does not fit is counted, with the command that lists it; every voice has its turn before"
                    " anybody has a second one. A .docx needs the extra 'brief'."
                ),
                example_lines(
                    "cyberdiplo brief --meeting 2022-09-23 --output note.docx",
                    "cyberdiplo brief --process OEWG --country France --lang fr",
                    "cyberdiplo brief --topic labelling --from 2020 --output labelling.html",
                ),
            )
        ),
        epilog=example_lines(
            "cyberdiplo statements", "cyberdiplo cite", "cyberdiplo show NAME", title=tr("Often next:")
        ),
    )


def main(
    chosen: Options,
    /,
    how: BriefFormat | None = None,
    output: Path | None = None,
    full: bool = False,
    **filters: str | Sequence[str] | None,
) -> None:
    """Gather what there is and write it."""
    wishes = {
        name.removesuffix("_"): [value] if isinstance(value, str) else list(value)
        for name, value in filters.items()
        if value
    }
    if not wishes:
        raise BadUsage(
            tr("A brief needs a subject."),
            hint=tr("add one of {listed}, --from, --to or --on.", listed=", ".join(f"--{name}" for name in RECORDS)),
        )
    format = _choose_format(how, output)
    with answer_options.hushed(chosen.quiet):
        with asking(chosen.database) as connection:
            guesses: list[str] = []
            brief = gather(connection, wishes, chosen.lang, full=full, guesses=guesses)
            say(*guesses)
        if brief is None:
            say(_say_empty(wishes, chosen.lang))
            return
        _write(brief, format, output, chosen)


def _choose_format(how: BriefFormat | None, output: Path | None) -> BriefFormat:
    """The format that was asked for, or that the ending says. Raises BadUsage where it says none."""
    from cyberdiplo.render.output import to_stdout

    if how:
        return how
    if output is None or to_stdout(output):
        return "text" if sys.stdout.isatty() else "markdown"
    if output.suffix.lower() == ".pdf":
        raise BadUsage(
            tr("A brief is not written as PDF."),
            hint=tr("end the name in .docx or .html: what opens it prints it as PDF, on two pages."),
        )
    if output.suffix.lower() not in ENDINGS:
        raise BadUsage(
            tr("The ending of {path} does not say which format is meant.", path=output),
            hint=tr("add --format, or end the name in {listed}.", listed=", ".join(ENDINGS)),
        )
    return ENDINGS[output.suffix.lower()]


def _say_empty(wishes: dict[str, list[str]], lang: str) -> str:
    """That there is nothing, and where to look instead."""
    sentence = tr("Nothing on record fits all of these together, so no brief was written.", lang)
    if len(wishes) > 1:
        hint = tr("leave out one of {listed}.", lang, listed=", ".join(f"--{name}" for name in wishes))
    else:
        ((filter, names),) = wishes.items()
        hint = tr("'cyberdiplo show {name}' tells what there is.", lang, name=quote(names[0])) if (
            filter in RECORDS
        ) else tr("'cyberdiplo timeline' tells what there is, and when.", lang)  # fmt: skip
    return sentence + "\n" + tr("hint: {hint}", lang, hint=hint)


def _write(brief: Any, format: BriefFormat, output: Path | None, chosen: Options) -> None:
    """Write it to a screen, a pipe or a file, which appears when it is complete."""
    from cyberdiplo.render import output as out
    from cyberdiplo.render.screen.pager import paged

    style = out.make_style(chosen.lang, pager=chosen.pager, output=output)
    if format == "docx":
        out.refuse_screen(format, output)
    here = out.to_stdout(output)
    with paged(style) if style.pager and here else out.open_output(output, force=chosen.force) as file:
        WRITERS[format](brief, out.to_bytes(file) if format == "docx" else file, style)
    out.report_written(output, tr("wrote {file}", chosen.lang, file=output))
