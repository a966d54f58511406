"""A brief as a document for Word and LibreOffice: A4, headings that are headings, a table where sides stand beside."""

from __future__ import annotations

import io
import shutil
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any

from cyberdiplo.messages import tr
from cyberdiplo.render.brief.writers import find_page, list_runs, say_end, say_left_out, say_source, share_width
from cyberdiplo.render.style import make_visible
from cyberdiplo.render.writers.libraries import require

if TYPE_CHECKING:
    from cyberdiplo.briefs.note import Block, Brief, Group
    from cyberdiplo.render.style import Style

FONT = "Arial"  # which every system has, or Liberation Sans with the same widths; DejaVu Sans is not much wider
BODY, SMALL = 8, 7  # points
LEADING = 1.25  # from line to line, in parts of the size: fonts that stand in for ours have other ideas of it
PAGE, MARGIN = (21.0, 29.7), 1.4  # centimetres
TITLES = {"Title": (13, 0, 2), "Heading 1": (10, 5, 1), "Heading 2": (8.5, 3, 0), "Heading 3": (8, 1, 0)}
GREY, INK = (0x55, 0x55, 0x55), (0x1F, 0x2A, 0x44)
LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}


def write_docx(brief: Brief, out: IO[bytes], _: Style) -> None:
    """A document that prints; whole in memory, as a few pages are."""
    docx = require("docx", "brief", "docx")
    document = docx.Document()
    _set_look(document, brief)
    document.add_paragraph(make_visible(brief.title), style="Title")
    for section in brief.sections:
        document.add_heading(section.title, 1)
        for block in section.blocks:
            _add_block(document, block, brief)
        if left := say_left_out(section, brief):
            _add_small(document, left)
    document.add_heading(tr("Sources", brief.lang), 1)
    for number, source in enumerate(brief.sources, 1):
        paragraph = _add_small(document, f"[{number}] {say_source(source, brief.lang)}")
        if page := find_page(source):
            paragraph.add_run(" ")
            _add_link(paragraph, page, page)
    for line in say_end(brief):
        _add_small(document, line)
    buffer = io.BytesIO()
    document.save(buffer)
    buffer.seek(0)
    shutil.copyfileobj(buffer, out)


def _set_look(document: Any, brief: Brief) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = Cm(PAGE[0]), Cm(PAGE[1])
    page.left_margin = page.right_margin = page.top_margin = Cm(MARGIN)
    page.bottom_margin, page.footer_distance = Cm(MARGIN), Cm(0.7)
    for name, (size, before, after) in {"Normal": (BODY, 0, 1), **TITLES}.items():
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.element.rPr.rFonts.attrib.clear()  # of a theme, which would come before the name
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            style.element.rPr.rFonts.set(qn(script), FONT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = Pt(size * LEADING)
        if name != "Normal":
            style.font.bold, style.font.italic, style.font.color.rgb = True, False, RGBColor(*INK)
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    for tongue in document.styles.element.iter(qn("w:lang")):
        tongue.set(qn("w:val"), LANGUAGES[brief.lang])
    about = document.core_properties
    about.title, about.author, about.comments = make_visible(brief.title)[:255], "cyberdiplo", ""
    about.language = LANGUAGES[brief.lang]
    about.created = about.modified = datetime.fromisoformat(brief.day)
    _number_pages(page.footer.paragraphs[0], brief.title)


def _number_pages(paragraph: Any, title: str) -> None:
    """The title and the number of the page, at the foot of each."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    _add_run(paragraph, f"{title} · ", small=True)
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    number.append(_add_run(paragraph, "1", small=True)._r)
    paragraph._p.append(number)


def _add_block(document: Any, block: Block, brief: Brief) -> None:
    from docx.shared import Cm

    if block.title:
        document.add_heading(make_visible(block.title), 2)
    if len(block.columns) == 1:
        cells = [document]
    else:
        table = document.add_table(rows=1, cols=len(block.columns))
        table.autofit = False
        cells = table.rows[0].cells
        for cell, grid, share in zip(cells, table.columns, share_width(block, brief), strict=True):
            cell.width = grid.width = Cm((PAGE[0] - 2 * MARGIN) * share)
    for cell, column in zip(cells, block.columns, strict=True):
        paragraphs = iter(cell.paragraphs) if cell is not document else iter(())  # a cell has one, empty

        def add(cell: Any = cell, paragraphs: Any = paragraphs) -> Any:
            return next(paragraphs, None) or cell.add_paragraph()

        if column.title:
            title = add()
            title.style = document.styles["Heading 3"]
            title.add_run(make_visible(column.title))
        for group in column.groups:
            _fill(add(), group, brief)


def _fill(paragraph: Any, group: Group, brief: Brief) -> None:
    for run in list_runs(group, brief):
        if run.look == "mark" and (page := find_page(run)):
            _add_link(paragraph, page, run.text)
            continue
        added = _add_run(paragraph, run.text, small=run.look == "mark")
        added.bold, added.italic = run.look == "lead" or None, run.look == "label" or None


def _add_small(document: Any, text: str) -> Any:
    paragraph = document.add_paragraph()
    _add_run(paragraph, text, small=True)
    return paragraph


def _add_run(paragraph: Any, text: str, *, small: bool) -> Any:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(make_visible(text))
    if small:
        run.font.size, run.font.color.rgb = Pt(SMALL), RGBColor(*GREY)
    return run


def _add_link(paragraph: Any, address: str, text: str) -> None:
    """Words that open an address; python-docx has no call for it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(_add_run(paragraph, text, small=True)._r)
    paragraph._p.append(link)
