"""Text and Markdown as paragraphs: lines that belong together are put together, page ends and mark-up go."""

from __future__ import annotations

import html
import re
from itertools import islice, takewhile

from cyberdiplo.documents.passages import Block, write_mark

RULE = re.compile(
    r"^\s*(?:(?:[^\w\s|]|_)(?:\s*(?:[^\w\s|]|_)){2,300}|-\s*\d+\s*-)\s*$"
)  # where a page ends, with its number or without
PAGE_NUMBER = re.compile(
    r"^\s*(?:page|p\.)\s*\d+\s*(?:(?:of|sur|de|/)\s*\d+)?\s*$|^\s*\d+\s*/\s*\d+\s*$", re.IGNORECASE
)
NOTE = re.compile(r"^(?:<sup>\s*\(?(\d+)\)?\s*</sup>|\[\^(\w+)\]:|([⁰¹²³⁴-⁹]+)(?=\s*\S))\s*(.*)")
BRACKET_NOTE = re.compile(r"^\\?\[(\d+)\\?\]:?\s+(\S.*)")
BRACKET_MARK = re.compile(r"(?<=\S)\s*\\?\[(\d+)\\?\](?!\()")
HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
BOLD_NUMBER = re.compile(r"^\*\*(?=\d+(?:\.\d+)*\s)")
ITEM = re.compile(r"^(\s*)([-*+•‣▪●◦–—])\s+(?=\S)")
LABEL = re.compile(
    r"^\s*(?!\d+\.\d+\s*[-–—]\s*\d+[.:]\d)(?P<label>\d+(?:\.\d+)+\\?\.?(?=\s)|\d{1,3}\\?\.(?=\s)|\d{1,3}\\?\)(?=\s)|\(\d{1,2}\)(?=\s)"
    r"|\\?\((?:[a-z]|[ivx]{1,5})\)(?=\s)|(?:[a-z]|[ivx]{1,5})\\?\)(?=\s))\s+(?=\S)"
    # « 3.Ms. Roe said », as a page leaves it whose number stood in a column of its own
    r"|^(?P<glued>\d{1,3}\.)(?=[A-ZÀ-Þ][\w.'’].{30})"
)
SPEAKER_TAG = re.compile(r"^\s*<(SPEAKER|CHAPTER|P|BRK|DOC)\b([^>]*)>\s*(.*)", re.IGNORECASE)
ATTRIBUTE = re.compile(r"(\w+)\s*=\s*\"([^\"]*)\"")
LETTER = re.compile(r"[a-z]|[ivx]{1,5}")
ENDS = re.compile(r"""[.!?:;…]["'»”’)\]]*\s*$""")
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
LINK = re.compile(r"\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
TAG = re.compile(r"</?(?:u|i|b|em|strong|br|span|sub|center|a|p|div)\b[^>]*>", re.IGNORECASE)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|~])")
EMPHASIS = re.compile(r"(\*{1,3}|(?<!\w)_{2})(?=\S)(.+?)(?<=\S)\1|(?<!\w)_(?=\S)([^_]+)(?<=\S)_(?!\w)", re.DOTALL)
YAML_ESCAPE = re.compile(r"\\x([0-9A-F]{2})|\\u([0-9A-F]{4})|\\_")
STARS = re.compile(r"(\*{1,3})(?=[^\s*])([^*]+?)(?<=\S)\1", re.DOTALL)
TITLE = re.compile(r"\s*(\*{2,3}|__)(?=\S)[^*]{1,250}\1\s*(?:<sup>.*</sup>\s*)?", re.DOTALL)  # all of it is bold
MARKS = re.compile(
    r"\s*<sup>\s*\(?(\d+)\)?\s*</sup>|\s*\[\^(\w+)\]|(?<=\S)([⁰¹²³⁴-⁹]+)|(?<=\S)\s*\\?\[(\d+)\\?\](?!\()"
)
SHORT = 40  # characters: a shorter line ends where its writer ended it
WRAPPED = 130  # no one breaks lines longer than that by hand
LONG = 20_000  # characters: no paragraph of a person has more, and looking for pairs takes the square of it
FEED = "\f"


def read_lines(text: str, *, markdown: bool) -> list[Block]:
    """The blocks of a text."""
    lines = split_lines(text)
    blocks: list[Block] = []
    start = 0
    if markdown and lines and lines[0].strip() == "---":
        start = _read_front(lines, blocks)
    _Lines(lines, blocks, markdown=markdown).read(start)
    return blocks


def read_pages(pages: list[list[str]]) -> list[Block]:
    """The blocks of pages whose paragraphs are parted by empty lines."""
    blocks: list[Block] = []
    for number, lines in enumerate(pages, 1):
        start = len(blocks)
        _Lines(lines, blocks, markdown=False, wrapped=True).read(0)
        for block in blocks[start:]:
            block.page, block.lines = number, None
        if len(blocks) > start:
            blocks[start].follows_break = True
    return blocks


def split_lines(text: str) -> list[str]:
    """The lines of a document as an editor counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _read_front(lines: list[str], blocks: list[Block]) -> int:
    """What stands between two rules at the head of a Markdown file, and where the text begins."""
    for number, line in enumerate(lines[1:80], 1):
        if line.strip() in ("---", "..."):
            blocks += [
                Block(lines[at].strip(), "front", lines=(at + 1, at + 1))
                for at in range(1, number)
                if lines[at].strip()
            ]
            return number + 1
    return 0


class _Lines:
    """The paragraph that is being put together."""

    def __init__(self, lines: list[str], blocks: list[Block], *, markdown: bool, wrapped: bool = False) -> None:
        self.lines, self.blocks = lines, blocks
        self.markdown = markdown
        self.wrapped = wrapped  # whether lines that no empty one parts belong together, as in Markdown
        self.width = _find_width(lines)
        self.current: Block | None = None
        self.previous = ""  # the line before, None of it after a blank one
        self.broken = False  # a page or a note came between
        noted = {match[1] for line in lines if (match := BRACKET_NOTE.match(line))}
        marked = {mark for line in lines for mark in BRACKET_MARK.findall(line)} if noted else set()
        self.bracketed = noted & marked
        self.longest = 0  # of the lines of this paragraph, as far as empty lines tell
        self.pages = sum(line.count(FEED) for line in lines)
        self.page = 1 if self.pages else None

    def read(self, start: int) -> None:
        for number in range(start, len(self.lines)):
            line = self.lines[number]
            if FEED in line:
                self.page = (self.page or 1) + line.count(FEED)
                line = line.replace(FEED, "")
                self.close(broken=True)
            self.take(number + 1, line)
        self.close()

    def close(self, *, broken: bool = False) -> None:
        """The paragraph ends here."""
        if self.current:
            self.blocks.append(self.current)
        self.current, self.previous = None, ""
        self.broken = self.broken or broken

    def open(self, block: Block) -> None:
        self.close()
        block.follows_break, self.broken = self.broken, False
        block.page = self.page
        self.current = block

    def take(self, number: int, line: str) -> None:
        """One line more."""
        if not line.strip():
            self.close()
        elif self.markdown and self.current and re.fullmatch(r"\s{0,3}(?:=+|-{3,})\s*", line) and self.is_title():
            self.current.kind, self.current.lines = "heading", (self.first(), number)
            self.close()
        elif RULE.match(line) or PAGE_NUMBER.match(line):
            self.close(broken=True)
        elif not self.take_marked(number, line):
            self.take_text(number, line)

    def is_title(self) -> bool:
        current = self.current
        return (
            current is not None and current.kind == "paragraph" and len(current.text) < 120 and "\n" not in current.text
        )

    def first(self) -> int:
        return self.current.lines[0] if self.current and self.current.lines else 0

    def take_marked(self, number: int, line: str) -> bool:
        """A line that begins something by its own marks."""
        span = (number, number)
        if note := self.match_note(line):
            self.open(Block(note[1], "note", note[0], span))
        elif self.current and self.current.kind == "note" and self.previous:
            return False
        elif tag := SPEAKER_TAG.match(line):
            self.take_tag(tag, span)
        elif heading := HEADING.match(line):
            label, text = _cut_number(heading[2])
            self.open(Block(text, "heading", label, span))
            self.close()
        elif (bold := BOLD_NUMBER.match(line)) and not self.previous:
            label, text = _cut_number(line[bold.end() :].replace("**", ""))
            self.open(Block(text, "heading", label, span))
        elif line.lstrip().startswith("|") and line.count("|") > 2:
            if not re.fullmatch(r"[\s|:-]+", line):
                cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
                self.open(Block(" | ".join(filter(None, cells)), "cell", lines=span))
            self.close()
        elif (item := ITEM.match(line)) and not self.goes_on(line):
            self.open(Block(line[item.end() :], "item", "•", span))
        elif (numbered := LABEL.match(line)) and not self.is_inside(numbered["label"] or numbered["glued"]):
            label = numbered["label"] or numbered["glued"]
            self.open(Block(line[numbered.end() :], "paragraph", label.replace("\\", ""), span))
        else:
            return False
        self.previous = line if self.current else ""
        return True

    def match_note(self, line: str) -> tuple[str, str] | None:
        if note := NOTE.match(line):
            return note[1] or note[2] or note[3].translate(SUPERSCRIPT), note[4]
        if self.bracketed and (note := BRACKET_NOTE.match(line)) and note[1] in self.bracketed:
            return note[1], note[2]
        return None

    def goes_on(self, line: str) -> bool:
        """A dash at the head of a line may be one between two words of a sentence."""
        return bool(self.previous) and not ENDS.search(self.previous) and line.lstrip()[0] in "–—*+"

    def is_inside(self, label: str) -> bool:
        """A number or letter within a sentence that was wrapped before it is no label."""
        if not self.previous or (self.current and self.current.kind == "heading"):
            return False
        bare = label.strip("\\.()")
        if re.fullmatch(r"\d+(?:\.\d+)+", bare) and label.endswith("."):
            return False
        return not re.search(r"[.!?:;,…]\W*(?:and|or|et|ou|y|o)?\s*$", self.previous)

    def take_tag(self, tag: re.Match[str], span: tuple[int, int]) -> None:
        name, attributes = tag[1].upper(), dict(ATTRIBUTE.findall(tag[2]))
        attributes = {key.upper(): text for key, text in attributes.items()}
        self.close()
        if name == "SPEAKER" or name == "CHAPTER":
            who = attributes.get("NAME", "")
            if who and attributes.get("AFFILIATION"):
                who += f" ({attributes['AFFILIATION']})"
            self.blocks.append(Block("", "speaker" if name == "SPEAKER" else "chapter", lines=span, speaker=who))
        if tag[3]:
            self.take_text(span[0], tag[3])

    def take_text(self, number: int, line: str) -> None:
        current = self.current
        if not self.previous:
            self.longest = self.find_longest(number)
        if current and self.previous and (current.kind in ("note", "heading") or self.is_wrapped(line)):
            current.text += "\n" + line.strip()
            current.lines = (self.first(), number)
        else:
            self.open(Block(line.strip(), lines=(number, number)))
        self.previous = line

    def find_longest(self, number: int) -> int:
        """How long the longest of the lines is that no empty one parts from this."""
        rest = takewhile(str.strip, islice(self.lines, number - 1, number + 200))
        return max((len(line.rstrip()) for line in rest), default=0)

    def is_wrapped(self, line: str) -> bool:
        """Whether this line goes on where the one before was broken."""
        before = self.previous.rstrip()
        if self.markdown or self.wrapped or before.endswith("-") or before.count("**") % 2:
            return True
        first = line.split()[0]
        if self.previous.endswith("  ") and len(before) < WRAPPED:
            return True
        if self.width:
            return len(before) + 1 + len(first) > self.width * 0.82 or (not ENDS.search(before) and first[0].islower())
        if ENDS.search(before):
            return False
        longest = len(before) >= SHORT and len(before) + len(first) > self.longest and not first[0].isdigit()
        return first[0].islower() or before.endswith(",") or longest


def _find_width(lines: list[str]) -> int:
    """At how many characters the lines were broken, 0 where each is a paragraph."""
    lengths = sorted(len(line.rstrip()) for line in lines if len(line.strip()) >= SHORT)
    if len(lengths) < 3:
        return 0
    widest = lengths[int(len(lengths) * 0.95)]
    return widest if widest <= WRAPPED else 0


def _cut_number(text: str) -> tuple[str, str]:
    """A heading's number and its words: ``2.1``, ``Questions``."""
    if match := re.match(r"\*{0,2}(\d+(?:\.\d+)*)\\?\.?\s+(.*)", text, re.DOTALL):
        return match[1], match[2]
    return "", text


def clean_lines(blocks: list[Block], *, markdown: bool) -> list[Block]:
    """The blocks without mark-up, their marks of footnotes as every reader hands them on."""
    noted = {block.label for block in blocks if block.kind == "note"}

    def mark(match: re.Match[str]) -> str:
        number = next(filter(None, match.groups()))
        if match[0].lstrip()[0] in "\\[" and "^" not in match[0] and number not in noted:
            return match[0]
        return write_mark(number.translate(SUPERSCRIPT))

    for block in blocks:
        if block.kind == "front":
            block.kind, block.text = "cell", YAML_ESCAPE.sub(_unescape_yaml, block.text)
            continue
        if block.kind == "paragraph" and not block.label and TITLE.fullmatch(block.text):
            block.kind = "heading"
            block.label, block.text = _cut_number(block.text)
        block.text = strip_markup(MARKS.sub(mark, block.text), markdown=markdown)
    return blocks


def _unescape_yaml(escape: re.Match[str]) -> str:
    return chr(int(escape[1] or escape[2], 16)) if escape[1] or escape[2] else " "


def strip_markup(text: str, *, markdown: bool) -> str:
    """A text without emphasis, links and images; of plain text only what nobody types for itself."""
    if len(text) > LONG:
        return text.replace("*", "")
    text = LINK.sub(r"\1", IMAGE.sub("", text))
    emphasis = EMPHASIS if markdown else STARS
    for _ in range(3):  # emphasis within emphasis
        text = emphasis.sub(lambda match: next(group for group in match.groups()[1:] if group), text)
    if markdown:
        text = html.unescape(TAG.sub(" ", text))
        text = re.sub(r"\\$", "", ESCAPED.sub(r"\1", text), flags=re.MULTILINE)
    return text
