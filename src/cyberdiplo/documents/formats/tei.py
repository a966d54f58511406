"""Transcripts in TEI: who speaks is in a tag, ``<sp>`` with ``<speaker>``, or ``<u>`` of a parliament."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.documents.formats.xml import Element, read_tree
from cyberdiplo.documents.passages import Block, write_mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEPT = frozenset({"who", "id", "n", "place"})
PARAGRAPHS = {"p", "seg", "ab", "l", "item"}
OUTSIDE = {"teiHeader", "speaker"}
INCIDENTS = {"stage", "incident", "vocal", "kinesic", "gap", "desc"}


def read_blocks(path: Path, _: str) -> tuple[list[Block], list[str]]:
    """The turns and paragraphs of a transcript."""
    top = read_tree(path, KEPT)
    names = {
        f"#{person.attributes['id']}": name.text()
        for person in top.find("person")
        if "id" in person.attributes and (name := person.first("persName"))
    }
    blocks: list[Block] = []
    for text in top.find("text"):
        blocks += _read(text, names, None)
        break
    for number, block in enumerate([block for block in blocks if block.kind == "note"], 1):
        block.label = block.label or str(number)
    return [block for block in blocks if block.kind != "note"] + [block for block in blocks if block.kind == "note"], []


def _read(element: Element, names: dict[str, str], speaker: str | None) -> Iterator[Block]:
    for child in element.elements():
        if child.name in OUTSIDE:
            continue
        if child.name in ("sp", "u"):
            yield from _read_turn(child, names)
        elif child.name == "head":
            yield Block(child.text(), "heading")
        elif child.name in INCIDENTS:
            yield Block(f"({child.text().strip('()')})", speaker=speaker)
        elif child.name in PARAGRAPHS:
            yield from _read_paragraph(child, speaker)
        elif child.name == "note" and speaker is None:
            yield Block(child.text(), speaker="")
        else:
            yield from _read(child, names, speaker)


def _read_turn(turn: Element, names: dict[str, str]) -> Iterator[Block]:
    label = turn.first("speaker")
    who = turn.attributes.get("who", "")
    name = label.text().rstrip(" :.") if label else names.get(who, who.lstrip("#"))
    inner = list(_read(turn, names, name))
    if inner:
        yield from inner
    elif text := turn.text(frozenset({"speaker"})):
        yield Block(text, speaker=name)
    yield Block("", "speaker", speaker="")


def _read_paragraph(paragraph: Element, speaker: str | None) -> Iterator[Block]:
    notes = [note for note in paragraph.find("note") if note.attributes.get("n")]
    words: list[str] = []
    _collect(paragraph, words)
    kind = "item" if paragraph.name == "item" else "paragraph"
    yield Block(" ".join("".join(words).split()), kind, "•" if kind == "item" else "", speaker=speaker)
    for note in notes:
        yield Block(note.text(), "note", note.attributes["n"])


def _collect(element: Element, words: list[str]) -> None:
    for child in element.children:
        if isinstance(child, str):
            words.append(child)
        elif child.name == "note":
            if number := child.attributes.get("n"):
                words.append(write_mark(number))
        elif child.name not in INCIDENTS:
            _collect(child, words)
