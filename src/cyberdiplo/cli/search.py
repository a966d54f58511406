"""``cyberdiplo search WORDS``: full text over everything, ranked."""

from __future__ import annotations

import re
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from cyberdiplo.cli import complete, french, options, signature
from cyberdiplo.cli.opening import asking
from cyberdiplo.render.formats import WRITERS
from cyberdiplo.schema.search_tables import KINDS

ON_SCREEN = 20  # hits on a terminal, where --limit does not say otherwise; a file or pipe gets all

Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words, a "phrase", a begin*, -unwanted.')]
Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="WORD",
        help=f"Only records of this kind: {', '.join(KINDS)}.",
        autocompletion=complete.codes("records.kind", among=KINDS),
    ),
]
Forum = Annotated[
    list[str] | None,
    typer.Option(
        "--forum",
        metavar="NAME",
        help="Only in this forum, and those under it.",
        autocompletion=complete.records("forum", "organisation"),
    ),
]
EXAMPLES = """

\b
{title}
  cyberdiplo search normes internationales
  cyberdiplo search "l'OTC" --kind statement
  cyberdiplo search G/TBT/46
  cyberdiplo search '"responsible behaviour"' --forum UN --limit 5
  cyberdiplo search "coopération -commerce" --lang fr
  cyberdiplo search 'ransom*' --format json
"""
HELP = {
    "en": """Full text over everything, in both languages: what has that very name first, then by how well it fits.

Accents, case, l', d', qu' and the form of a word (norme, normes) do not matter. All of the words must be there;
a "phrase" in quotes as it stands, begin* with any ending, -unwanted not at all."""
    + EXAMPLES.format(title="Examples:"),
    "fr": """Plein texte sur tout, dans les deux langues : d'abord ce qui porte ce nom même, puis au plus pertinent.

Accents, casse, l', d', qu' et forme du mot (norme, normes) n'importent pas. Tous les mots doivent s'y trouver ;
une « suite de mots » entre guillemets telle quelle, début* avec toute fin, -exclu pas du tout."""
    + EXAMPLES.format(title="Exemples :"),
}
UNWANTED = re.compile(r"-(?!n\d+$)[^\W_]{2,}")
SHORT_WITH_VALUE = {f"-f{name}" for name in WRITERS}


class Search(TyperCommand):
    """A command in which ``-commerce`` is a word that is not wanted, and not six options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keep unwanted words from being read as options."""
        kept = [f"{HIDDEN}{word}" if _unwanted(word) else word for word in args]
        parsed: list[str] = super().parse_args(ctx, kept)
        return parsed


HIDDEN = "\ue000"  # before a word that begins with a hyphen, while options are read


def _unwanted(word: str) -> bool:
    return bool(UNWANTED.fullmatch(word)) and word not in SHORT_WITH_VALUE


def command(_: str) -> Any:
    """The command."""
    lang = french.help_lang()
    one = typer.Typer(rich_markup_mode=None, add_completion=False)
    entries: dict[str, tuple[Any, Any]] = {
        "words": (Words, signature.REQUIRED),
        "kind": (Kind, None),
        "forum": (Forum, None),
    }
    one.command(cls=Search, help=HELP[lang])(signature.command(entries | options.ANSWER, answer))
    made = typer.main.get_command(one)
    made.context_settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
    french.translate(made, lang)
    return made


def answer(given: dict[str, Any]) -> None:
    """Search with these options and write the answer."""
    from cyberdiplo import settings
    from cyberdiplo.cli.main import words
    from cyberdiplo.questions import run
    from cyberdiplo.render import output
    from cyberdiplo.search import search

    lang = settings.lang(given["lang"])
    format_ = output.chosen(given["format"], given["output"])
    title = " ".join(given["words"]).replace(HIDDEN, "")
    style = options.style(given, lang, title=title, main=search.MAIN)
    if given["limit"] is None and style.terminal and format_ == "table" and given["output"] is None:
        given["limit"] = ON_SCREEN
    kinds = [_kind(name) for name in given["kind"] or ()]
    with options.hushed(given["quiet"]), asking(given["database"]) as connection:
        forums = run.forums(connection, given["forum"]) if given["forum"] else None
        page = options.page(given)
        found = search.search(connection, title, kinds=kinds, forums=forums, lang=lang, page=page)
        for note in found.notes:
            words(note)
        output.write(found.result, style, format_, given["output"], force=given["force"])
        if found.count is not None and style.terminal and found.count > page.offset + page.limit:
            more = "{} sur {} ; la suite avec" if lang == "fr" else "{} of {}; more with"
            words(f"{more.format(page.limit, found.count)} --limit N, --offset N")


def _kind(name: str) -> str:
    """A kind by its code, its plural or its label. Raises BadUsage."""
    from cyberdiplo.questions.codes import code
    from cyberdiplo.schema.search_tables import SEARCHED
    from cyberdiplo.store.words import vocabulary
    from cyberdiplo.text.names import fold

    plurals = {searched.table: searched.kind for searched in SEARCHED}
    return plurals.get(fold(name)) or code(vocabulary("records.kind"), name, what="kind", among=KINDS)
