"""How many pages a document prints on: as LibreOffice sets it where there is one, else by the length of its lines."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import docx
from docx.shared import Cm, Pt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Of the widest font that may stand in for ours, in parts of the size: the mean width of a letter in French prose.
LETTER = 0.53
CELL = 0.38  # centimetres that a cell leaves empty at its sides


def count_pages(path: Path) -> float:
    """The pages, with a fraction where they are reckoned."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        document = docx.Document(str(path))
        return sum(_heights(document)) / _page(document)[1]
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pdf = path.with_suffix(".pdf").read_bytes()
    return float(len(re.findall(rb"/Type\s*/Page\b", pdf)))


def _page(document: Any) -> tuple[float, float]:
    """What is printed on of a page, in points."""
    page = document.sections[0]
    return (
        (page.page_width - page.left_margin - page.right_margin) / Pt(1),
        (page.page_height - page.top_margin - page.bottom_margin) / Pt(1),
    )


def _heights(document: Any) -> Iterator[float]:
    width = _page(document)[0]
    for block in document.iter_inner_content():
        if hasattr(block, "text"):
            yield _height(block, width)
        else:
            for row in block.rows:
                yield max(
                    sum(_height(paragraph, (cell.width - Cm(CELL)) / Pt(1)) for paragraph in cell.paragraphs)
                    for cell in row.cells
                )


def _height(paragraph: Any, width: float) -> float:
    """Of a paragraph: its lines, and the space around it."""
    style = paragraph.style
    own = style.font.size.pt
    used = sum(len(run.text) * (run.font.size.pt if run.font.size else own) * LETTER for run in paragraph.runs)
    used += sum(len(link.text) * own * LETTER for link in paragraph.hyperlinks)
    lines = max(1, -(-used // (width * 0.97)))  # a word goes to the next line whole
    form = style.paragraph_format
    before = form.space_before.pt if form.space_before else 0
    return float(lines * form.line_spacing.pt + before + form.space_after.pt)
