"""A file as a document: its format by its first bytes and its name, within limits."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.documents.caveats import find_caveats
from cyberdiplo.documents.formats import akoma_ntoso
from cyberdiplo.documents.formats.decode import decode
from cyberdiplo.documents.formats.lines import clean_lines, read_lines
from cyberdiplo.documents.formats.xml import read_tree
from cyberdiplo.documents.passages import Block, Document
from cyberdiplo.documents.structure.assemble import assemble
from cyberdiplo.errors import BadSeed
from cyberdiplo.files.archive import MAGIC
from cyberdiplo.files.regular import digest, open_regular, refuse_unreadable
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from pathlib import Path

MB = 1_000_000
HEAD = 4096
MOST = 150_000  # paragraphs
Reader = Callable[["Path", str], tuple[list[Block], list[str]]]  # a file -> its blocks, and caveats


class Format(NamedTuple):
    """How a format is read, and how many bytes a file of it may have."""

    reader: Reader
    largest: int


def read_document(path: Path) -> Document:
    """The passages of a file. Raises BadSeed for what is no document, or none that is read here."""
    try:
        with open_regular(path) as file:
            head, size = file.read(HEAD), path.stat().st_size
        name = find_format(head, path.name)
        limit = FORMATS[name].largest
        if size > limit:
            raise BadSeed(
                tr("{file} has {size} MB; {format} is read up to {limit} MB.", file=path, size=size // MB,
                   format=name, limit=limit // MB),
                hint=tr("split it, or keep the part that is cited."),
            )  # fmt: skip
        if not size:
            raise BadSeed(tr("{file} is empty.", file=path), hint=tr("fetch it again."))
        sha256 = digest(path)
        blocks, caveats = FORMATS[name].reader(path, name)
    except OSError as error:
        raise refuse_unreadable(path, error) from None
    if len(blocks) > MOST:
        raise BadSeed(
            tr("{file} has {count:,} paragraphs; up to {limit:,} are read.", file=path, count=len(blocks), limit=MOST),
            hint=tr("split it, or keep the part that is cited."),
        )
    passages, lang = assemble(blocks)
    caveats = list(dict.fromkeys([*caveats, *find_caveats(passages)]))
    return Document(path.name, name, lang, sha256, tuple(passages), tuple(caveats))


def find_format(head: bytes, name: str) -> str:
    """Which format a file has, by its first bytes, and its ending where these do not tell."""
    ending = name.rpartition(".")[2].lower()
    if head.lstrip().startswith(b"%PDF") or b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(MAGIC):
        return "docx"
    if akoma_ntoso.looks_like_it(head):
        return "akn"
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip().lower()
    if re.search(rb"<tei(?:corpus)?[\s>]", plain):
        return "tei"
    if plain.startswith((b"<!doctype html", b"<html")) or re.match(
        rb"<(?:\?xml[^>]*>|!--.*?-->|\s)*(?:<html|<!doctype html)", plain
    ):
        return "html"
    if plain.startswith(b"<?xml"):
        return "xml"
    if ending in ("htm", "html", "xhtml"):
        return "html"
    return "markdown" if ending in ("md", "markdown") else "text"


def read_text(path: Path, name: str) -> tuple[list[Block], list[str]]:
    """Text and Markdown."""
    text, guessed = decode(path.read_bytes(), path.name)
    text = re.sub(r"[ \t\xa0]{100,}", "  ", text)
    markdown = name == "markdown"
    return clean_lines(read_lines(text, markdown=markdown), markdown=markdown), ["guessed_encoding"] * guessed


def read_akoma_ntoso(path: Path, _: str) -> tuple[list[Block], list[str]]:
    """A resolution as the United Nations mark it up."""
    return akoma_ntoso.read_blocks(read_tree(path)), []


def refuse_xml(path: Path, _: str) -> tuple[list[Block], list[str]]:
    """XML of other kinds."""
    read_tree(path)  # what is wrong with it is said first
    raise BadSeed(
        tr("{file} is XML of a kind that is not read.", file=path.name),
        hint=tr("text, Markdown, HTML, PDF, DOCX and Akoma Ntoso XML are read."),
    )


def imported(module: str) -> Reader:
    """A reader that is imported when a file needs it."""

    def read(path: Path, name: str) -> tuple[list[Block], list[str]]:
        reader: Any = import_module(f"cyberdiplo.documents.formats.{module}")
        blocks, caveats = reader.read_blocks(path, name)
        return blocks, caveats

    return read


FORMATS = {
    "text": Format(read_text, 10 * MB),
    "markdown": Format(read_text, 10 * MB),
    "html": Format(imported("html"), 10 * MB),
    "pdf": Format(imported("pdf"), 200 * MB),
    "docx": Format(imported("docx"), 50 * MB),
    "tei": Format(imported("tei"), 20 * MB),
    "akn": Format(read_akoma_ntoso, 20 * MB),
    "xml": Format(refuse_xml, 20 * MB),
}


def require_text(document: Document) -> Document:
    """The document. Raises BadSeed where it has no text to work with."""
    if not document.passages:
        raise BadSeed(
            tr("There is no text in {file}.", file=document.name),
            hint=tr("a scan has to be made readable first, by a program for it (OCR)."),
        )
    return document
