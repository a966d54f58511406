"""``cyberdiplo search WORDS``: full text over everything, ranked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.words import answer_options, complete, options
from cyberdiplo.cli.words.leaf import example_lines, make_leaf
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.render.writers.registry import FORMATS
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.schema.search_tables import KINDS

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection

PASSAGE = "passage"  # what is found in added documents
LONGEST = 2_000  # characters of a search
ON_SCREEN = 20  # hits on a terminal, where --limit does not say otherwise; a file or pipe gets all

Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help=tr('Words, a "phrase", a begin*, -unwanted.'))]
Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="WORD",
        help=tr("Only records of this kind: {listed}.", listed=", ".join((*KINDS, PASSAGE))),
        autocompletion=complete.codes("records.kind", among=KINDS),
    ),
]
Forum = Annotated[
    list[str] | None,
    typer.Option(
        "--forum",
        metavar="NAME",
        help=tr("Only in this forum, and those under it."),
        autocompletion=complete.records("forum", "organisation"),
    ),
]
HELP = (
    tr("""Full text over everything, in both languages: what has that very name first, then by how well it fits.

Accents, case, l', d', qu' and the form of a word (norme, normes) do not matter. All of the words must be there;
a "phrase" in quotes as it stands, begin* with any ending, -unwanted not at all.""")
    + "\n\n"
    + example_lines(
        "cyberdiplo search normes internationales",
        'cyberdiplo search "l\'OTC" --kind statement',
        "cyberdiplo search G/TBT/46",
        'cyberdiplo search "who sponsored resolution 77/37?"',
        "cyberdiplo search '\"responsible behaviour\"' --forum UN --limit 5",
        'cyberdiplo search "coopération -commerce" --lang fr',
        "cyberdiplo search 'ransom*' --format json",
    )
)
UNWANTED = re.compile(r"-(?!n\d+$)[^\W_]{2,}")
SHORT_WITH_VALUE = {f"-f{name}" for name in FORMATS}


class Search(TyperCommand):
    """A command in which ``-commerce`` is a word that is not wanted, and not six options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keep unwanted words from being read as options."""
        hidden = [f"{HIDDEN}{word}" if _is_unwanted(word) else word for word in args]
        parsed: list[str] = super().parse_args(ctx, hidden)
        return parsed


HIDDEN = "\ue000"  # before a word that begins with a hyphen, while options are read


def _is_unwanted(word: str) -> bool:
    return bool(UNWANTED.fullmatch(word)) and word not in SHORT_WITH_VALUE


def command(_: str) -> Any:
    """The command."""
    own: dict[str, options.Entry] = {"words": (Words, None), "kind": (Kind, None), "forum": (Forum, None)}
    function = answer_options.make_command(own, answer, options.ANSWER, required=("words",))
    return make_leaf(function, cls=Search, help=HELP)


def answer(
    chosen: answer_options.Options, words: Sequence[str], kind: Sequence[str] | None, forum: Sequence[str] | None
) -> None:
    """Search for the words and write the answer."""
    from cyberdiplo.search import search

    lang = chosen.lang
    typed = " ".join(words).replace(HIDDEN, "")
    if len(typed) > LONGEST:
        raise BadUsage(
            tr("{count:,} characters are more than can be searched for.", count=len(typed)),
            hint=tr("a few words find more; at most {most:,} characters.", most=LONGEST),
        )
    style = chosen.style(title=typed, main=search.MAIN, below=search.BELOW)
    window = chosen.window
    if window.limit is None and style.terminal and chosen.format == "table" and chosen.output is None:
        window = window._replace(limit=ON_SCREEN)
    kinds = [_kind(name) for name in kind or ()]
    with answer_options.hushed(chosen.quiet), asking(chosen.database) as connection:
        guesses: list[str] = []
        forums = _find_forums(connection, forum, guesses) if forum else None
        answered = search.search(connection, typed, kinds=kinds, forums=forums, lang=lang, window=window)
        say(*guesses, *answered.notices)
        chosen.write(answered.result, style, connection)
        if (
            answered.count is not None
            and window.limit
            and style.terminal
            and answered.count > window.offset + window.limit
        ):
            more = tr("{count} of {all}; more with --limit N, --offset N", lang, count=window.limit, all=answered.count)
            say(more)


def _find_forums(connection: Connection, names: Sequence[str], guesses: list[str]) -> list[str]:
    """The ids of the forums, with those under them; what reads names is imported for it alone."""
    from cyberdiplo.questions.values import find_forums

    return find_forums(connection, names, guesses)


def _kind(name: str) -> str:
    """A kind by its code, its plural or its label. Raises BadUsage."""
    from cyberdiplo.questions.codes import resolve_code
    from cyberdiplo.store.words import read_vocabulary
    from cyberdiplo.text.names import fold

    if fold(name) in (PASSAGE, f"{PASSAGE}s"):
        return PASSAGE
    plurals = {noun.table: noun.kind for noun in NOUNS if noun.search}
    return plurals.get(fold(name)) or resolve_code(read_vocabulary("records.kind"), name, what="kind", among=KINDS)
