"""A brief as a file to hand over or as text: one writer a format, all of the same paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from cyberdiplo import __version__
from cyberdiplo.briefs.note import Block, Column, Entry, Group, Sentence
from cyberdiplo.messages import tr
from cyberdiplo.render.citations.writers import say_reference
from cyberdiplo.render.style import make_visible
from cyberdiplo.text.dates import say_date
from cyberdiplo.text.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.briefs.note import Brief, Section
    from cyberdiplo.records.cited import CitedSource
    from cyberdiplo.render.style import Style

BriefFormat = Literal["text", "markdown", "html", "docx"]
ENDINGS: dict[str, BriefFormat] = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "markdown", ".txt": "text"}
SHORT = 16  # letters of a mark that no line breaks, nor from its sentence
Look = Literal["label", "lead", "text", "mark"]
Writer = Callable[["Brief", IO[Any], "Style"], None]


class Run(NamedTuple):
    """A piece of a paragraph that looks alike; ``record_id`` of whom it tells, ``source`` the number that it marks."""

    look: Look
    text: str
    record_id: str = ""
    source: int = 0
    link: str | None = None


def list_runs(group: Group, brief: Brief) -> Iterator[Run]:
    """A group as one paragraph: its label, then each entry's lead and sentences, each sentence with its mark."""
    if group.label:
        yield Run("label", _before(make_visible(group.label), brief.lang))
    sentences = [(entry, number) for entry in group.entries for number in range(len(entry.sentences))]
    for index, (entry, number) in enumerate(sentences):
        sentence = entry.sentences[number]
        text = make_visible(sentence.text)
        if entry.lead and number == 0 and not sentence.named:
            lead = make_visible(entry.lead)
            yield Run("lead", _before(lead, brief.lang) if text else lead, sentence.record_id)
        yield from _name_in_text(sentence, text)
        if place := sentence.place:
            source = brief.numbers[place.key]
            mark = f"[{', '.join(filter(None, [str(source), make_visible(place.locator)]))}]"
            blank = "\u00a0" if len(mark) < SHORT else " "
            yield Run("text", blank)
            yield Run("mark", mark.replace(" ", blank), sentence.record_id, source, place.link)
        if entry.more and number == len(entry.sentences) - 1:
            yield Run("text", f" ({make_visible(entry.more)})")
        last = index == len(sentences) - 1
        if not text.endswith((".", "!", "?", "…")):
            yield Run("text", "." if last else tr(";", brief.lang))
        if not last:
            yield Run("text", " ")


def _name_in_text(sentence: Sentence, text: str) -> Iterator[Run]:
    """The text of a sentence, with the words that name who says it as a lead where they stand."""
    named = make_visible(sentence.named)
    before, _, after = text.partition(named) if named else (text, "", "")
    if before:
        yield Run("text", before, sentence.record_id)
    if named:
        yield Run("lead", named, sentence.record_id)
        yield Run("text", (f" ({make_visible(sentence.aside)})" if sentence.aside else "") + after, sentence.record_id)


def set_type(brief: Brief) -> Brief:
    """The brief as it is printed: each of its texts with the apostrophes and blanks of its language."""

    def set_sentence(sentence: Sentence) -> Sentence:
        place = sentence.place and sentence.place._replace(locator=typeset(sentence.place.locator, brief.lang))
        text, named, aside = (typeset(text, brief.lang) for text in (sentence.text, sentence.named, sentence.aside))
        return Sentence(sentence.record_id, text, place, named, aside)

    def set_group(group: Group) -> Group:
        entries = [
            Entry(typeset(entry.lead, brief.lang), list(map(set_sentence, entry.sentences)), entry.more)
            for entry in group.entries
        ]
        return Group(typeset(group.label, brief.lang), entries)

    def set_block(block: Block) -> Block:
        columns = [
            Column(typeset(column.title, brief.lang), list(map(set_group, column.groups))) for column in block.columns
        ]
        return Block(typeset(block.title, brief.lang), columns)

    sections = [
        section._replace(title=typeset(section.title, brief.lang), blocks=list(map(set_block, section.blocks)))
        for section in brief.sections
    ]
    return brief._replace(title=typeset(brief.title, brief.lang), sections=sections)


def share_width(block: Block, brief: Brief) -> list[float]:
    """How much of the width each column gets, by what it has to say: no less than a third of two."""
    lengths = [
        sum(len(run.text) for group in column.groups for run in list_runs(group, brief)) for column in block.columns
    ]
    least = 2 / (3 * len(lengths))
    shares = [max(least, length / (sum(lengths) or 1)) for length in lengths]
    return [share / sum(shares) for share in shares]


def _before(words: str, lang: str) -> str:
    return tr("{words}:", lang, words=words) + " "


def say_source(source: CitedSource, lang: str) -> str:
    """A source as it is written out at the end."""
    return typeset(make_visible(say_reference(source, lang)), lang)


def find_page(source: CitedSource | Run) -> str | None:
    """The address of a source, or of the passage that a mark leads to, where a reader may open it."""
    page = source.link if isinstance(source, Run) else source.url
    return page if page and page.startswith(("https://", "http://")) else None


def say_left_out(section: Section, brief: Brief) -> str:
    """How much of a section is not told here, and the command that lists all of it; empty where nothing is left out."""
    if not section.left_out:
        return ""
    return tr("{count} more in the database: {command}", brief.lang, count=section.left_out, command=section.command)


def say_end(brief: Brief) -> list[str]:
    """What a reader should know of the brief: what it has nothing on, how to read it, what made it."""
    lines = []
    if brief.missing:
        lines.append(tr("Nothing on record here: {listed}.", brief.lang, listed=", ".join(brief.missing).lower()))
    explained = tr("In brackets: the number of the source, and the place in it.", brief.lang)
    made_by = tr(
        "Made with cyberdiplo {version} on {date}.",
        brief.lang,
        version=__version__,
        date=say_date(brief.day, brief.lang),
    )
    return [typeset(line, brief.lang) for line in (*lines, f"{explained} {made_by}")]


def _later(name: str) -> Writer:
    """A writer whose module is imported when it is called."""

    def write(brief: Brief, out: IO[Any], style: Style) -> None:
        import importlib

        write_brief = getattr(importlib.import_module(f"cyberdiplo.render.brief.{name}"), f"write_{name}")
        write_brief(set_type(brief), out, style)

    return write


WRITERS: dict[BriefFormat, Writer] = {name: _later(name) for name in get_args(BriefFormat)}
