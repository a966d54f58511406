"""Small documents that the tests make themselves, and hostile ones."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Words(NamedTuple):
    """Words on a page of a PDF: where they begin, in points, and how large they are."""

    x: float
    y: float
    text: str
    size: float = 11
    bold: bool = False


def make_pdf(path: Path, pages: Sequence[Sequence[Words]]) -> Path:
    """A PDF with these words and nothing else; a page without words is one without text."""
    fonts = (
        "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> /F2 << /Type /Font"
    )
    fonts += " /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>"
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for at, words in enumerate(pages):
        shown = [
            f"BT /F{1 + word.bold} {word.size} Tf {word.x} {word.y} Td ({_escape(word.text)}) Tj ET" for word in words
        ]
        stream = "\n".join(shown)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font {fonts} >>"
            f" /Contents {4 + 2 * at} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    parts = [b"%PDF-1.4\n"]
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)) if len(objects) < 100 else 0)
        parts.append(f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252"))
    if len(objects) >= 100:  # summed once, not once an object
        offsets, length = [], len(parts[0])
        for part in parts[1:]:
            offsets.append(length)
            length += len(part)
    start = sum(map(len, parts))
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    parts.append(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    path.write_bytes(b"".join(parts))
    return path


def _escape(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def write_lines(lines: Sequence[str], *, top: float = 760, left: float = 72, step: float = 14) -> list[Words]:
    """Lines under each other; an empty one is a gap."""
    return [Words(left, top - at * step, line) for at, line in enumerate(lines) if line]


def make_docx(path: Path, body: str, *, numbering: str = "", styles: str = "", footnotes: str = "") -> Path:
    """A DOCX with this XML within its parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        if numbering:
            archive.writestr("word/numbering.xml", f"<w:numbering {W}>{numbering}</w:numbering>")
        if styles:
            archive.writestr("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>")
        if footnotes:
            archive.writestr("word/footnotes.xml", f"<w:footnotes {W}>{footnotes}</w:footnotes>")
    return path


def paragraph(text: str, *, style: str = "", number: str = "", level: int | None = None, more: str = "") -> str:
    """A paragraph of a DOCX; ``number`` is the list that it is in."""
    marks = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        marks += "<w:numPr>" + (f'<w:ilvl w:val="{level}"/>' if level is not None else "")
        marks += f'<w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{marks}</w:pPr><w:r><w:t>{text}</w:t></w:r>{more}</w:p>"


def level(at: int, text: str, form: str = "decimal", *, start: int = 1, style: str = "") -> str:
    """A level of a list: ``%1.%2`` in figures of a form."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    figures = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{at}">{figures}{named}<w:lvlText w:val="{text}"/></w:lvl>'
