"""Symbols and numbers of documents in running text: UN, WTO, EU, standards; « resolution 73/266 » too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.drafts.known import Known

PRESS = (
    "GA|SC|SG|ECOSOC|DC|DSG|HR|PAL|AFR|OBV|ENV|POP|WOM|PI|AG|CS|DH|FEM|ECOS|L|M|SAG|UNDC|BIO|NGO|PKO|ICEF|IK|TR|DEV|H"
)
# scheme: (pattern, how its value is written).
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "un",
        re.compile(
            r"\b(?:A|S|E|ST|CCPR|CEDAW)/(?:[A-Z0-9][A-Z0-9.-]*/)+(?:[A-Z]{1,4}\.)?\d+(?:/(?:Add|Rev|Corr)\.\d+)*"
            r"(?: \(Resumption \d\))?(?![\w/])"
        ),
    ),
    ("un", re.compile(r"(?<=solution )\d{1,4}(?: [A-Z])? \((?:[IVXLC]+|[ivxlc]+|[ES]+-[IVXLC]+)\)")),
    ("un", re.compile(r"(?<=solución )\d{1,4}(?: [A-Z])? \((?:[IVXLC]+|[ivxlc]+|[ES]+-[IVXLC]+)\)")),
    ("un", re.compile(r"\bUNSCRs?\s\d{3,4}\b(?! ?\()")),
    ("un", re.compile(r"\bS/\d{4,6}(?:/(?:Add|Rev|Corr)\.\d+)*(?![\w/])")),
    (
        "regional",
        re.compile(
            r"(?<![\w-])[A-Z]{1,8}(?:-[A-Z]{1,8})?(?<=[A-Z]{2})\(\d{4}\)(?:[A-Z]{1,4})?\d{1,4}(?:[A-Z]{1,4}\d{0,2})?\b"
        ),
    ),
    ("wto", re.compile(r"\b(?:G|WT|S|IP|JOB|RD|INF|TN)/[A-Z]+(?:/[A-Z0-9]+)*/\d+(?:/(?:Add|Rev|Corr|Suppl)\.\d+)*\b")),
    ("iso_iec", re.compile(r"\bISO/(?:IEC|CEI)(?:\s+(?:TR|TS|Guide))?\s+\d{3,5}(?:-\d+)*(?::\d{4})?\b")),
    ("iso", re.compile(r"\bISO(?:\s+(?:TR|TS|Guide))?\s+\d{3,5}(?:-\d+)*(?::\d{4})?\b")),
    ("iec", re.compile(r"\b(?:IEC|CEI)\s+\d{4,5}(?:-\d+)*(?::\d{4})?\b")),
    ("etsi", re.compile(r"\b(?:ETSI\s+)?EN\s+30\d\s+\d{3}(?:-\d+)?\b|\bETSI\s+T[SR]\s+\d{3}\s+\d{3}\b")),
    ("ieee", re.compile(r"\bIEEE\s+\d{3,4}(?:\.\d+)*\w?\b")),
    ("nist", re.compile(r"\bNIST\s+(?:SP|IR|FIPS)\s+\d{2,4}(?:-\d+)?\w?\b")),
    ("itu", re.compile(r"\b(?:ITU|UIT)-T\s+[A-Z]\.\d{2,4}\b")),
    (
        "eu",
        re.compile(r"\b(?:COM|SWD|JOIN|C)\s?\(\d{4}\)\s?\d+\b|\((?:EU|UE|CE|EC)\)\s*(?:n[°o.]*\s*)?\d{3,4}/\d{3,4}\b"),
    ),
    ("eu", re.compile(r"\b(?:[Dd]irective|[Dd]irectiva)\s+(?:\([A-Z]+\)\s*)?\d{4}/\d+/[A-Z]{2,3}\b")),
    ("oecd", re.compile(r"\bOECD/LEGAL/\d{4}\b")),
    # Press releases of the United Nations (GA/DIS/3673, CS/15348), other symbols of parts between strokes that end in a
    # number (WTO/AIR/TBT/3, TD/B/67/4), decisions of the OSCE (PC.DEC/1106), minutes (CP/ACTA 1399/04).
    (
        "un",
        re.compile(
            r"(?<![\w/])(?:cdip|sccr|scp|sct|gric|wo)(?:/[a-z]{1,4})?(?:/\d{1,3}){1,2}(?:/[a-z]{3}\.\d+)*(?![\w/])"
        ),
    ),
    (
        "other",
        re.compile(
            r"(?<![\w./-])(?:EB|A|SSA|EUR/RC|CD)\d{2,3}/(?:\d{1,3}|[A-Z]{2,4}\.\d|R\d{1,2}"
            r"|\w+/\d+)(?: Rev\.\d)?(?![\w/])"
        ),
    ),
    (
        "un_press",
        re.compile(rf"(?<![\w/.-])(?:{PRESS})/(?:[A-Z]{{1,5}}/)*\d{{2,6}}(?:/(?:Add|Rev|Corr)\.\d+)*\b(?![/\w])"),
    ),
    (
        "other",
        re.compile(
            r"(?<![\w/.-])[A-Z]{1,6}(?:/(?:[A-Z]{1,6}\d{0,4}|\d{1,4}|[A-Z][a-z]{1,6}\.\d+|[A-Z]{1,4}\.\d+)){1,5}"
            r"/(?:[A-Z]{1,4}\.?)?\d+(?:/(?:Add|Rev|Corr)\.\d+)*(?![\w/])"
        ),
    ),
    ("osce", re.compile(r"(?<![\w/.])[A-Z]{2,3}\.[A-Z]{2,6}/\d+(?:/\d+)?(?:/(?:Add|Rev|Corr)\.\d+)*(?![\w/])")),
    (
        "oas",
        re.compile(
            r"\b(?:CP|AG|CICTE|REMJA)/[A-Za-z.]{2,8}\.? ?\d{1,4}(?:/\d{2,4})?(?: \([IVXLC]+-O/\d{2}\))?"
            r"(?: (?i:add|rev|corr)\. ?\d{1,2})?(?![\w/])"
        ),
    ),
    ("eu", re.compile(r"\((?:CFSP|PESC|EURATOM|Euratom)\)\s*(?:n[°o.]*\s*)?\d{4}/\d{2,4}\b")),
    (
        "coe",
        re.compile(
            r"\b(?:CETS|ETS|STCE|STE)\s+(?:No\.?|n[°o]\.?)\s*\d{1,3}\b|\bCM/(?:Rec|Res|Del)\(?(?:19"
            r"|20)\d{2}\)?\d{1,4}\b"
        ),
    ),
    ("rfc", re.compile(r"\bRFC\s?\d{3,5}\b")),
    # The European Parliament (P9_TA(2021)0286, B9-0305/2021), procedures (2020/0359(COD)), the Council (ST 6272/20).
    ("eu", re.compile(r"\b[A-Z]\d{1,2}_TA(?:-PROV)?\(\d{4}\)\d{4}\b|\b(?:RC-)?[A-Z]\d{0,2}-\d{4,6}/\d{4}\b")),
    ("eu", re.compile(r"\b(?:19|20)\d{2}/\d{3,4}[A-Z]?\([A-Z]{3}\)")),
    ("eu", re.compile(r"\b(?:ST|EUCO|CFSP|PESC)\s\d{1,5}/\d{2,4}(?:/\d+)?(?: (?:REV|ADD|COR) \d+)?\b")),
    ("celex", re.compile(r"(?<=CELEX )[1-9]\d{4}[A-Z]{1,2}\d{4}\b")),
    ("other", re.compile(r"(?<![\w./-])WHA\d{1,2}\.\d{1,3}\b(?: \((?:19|20)\d{2}\))?")),
    # The Parliamentary Assembly of the Council of Europe: its documents, and the reports of its sittings.
    ("coe", re.compile(r"\bDoc(?:ument|\.) 1\d{4}\b|\bAS \((?:19|20)\d{2}\) [A-Z]{2} \d{2}\b")),
    ("coe", re.compile(r"(?<=[Dd]ocument )[A-Z][a-z]+ \(\d{4}\) \d{2}(?: (?:Addendum|Rev\w*) \d+)?")),
    (
        "other",
        re.compile(r"(?<![\w.-])(?:[A-Z]{2,6}(?:-[A-Z]{2,5})?\.|A\. ?)\d{1,4}\(\d{2,3}\)"),
    ),  # MSC.428(98), A.600(15)
    # Circulars of committees: « FAL/Circ. 29 », « MEPC.1/Circ.700/Rev.1 ».
    ("other", re.compile(r"(?<![\w./-])[A-Z]{2,6}(?:\.\d{1,2})?/Circ\. ?\d{1,4}(?:/(?:Add|Rev|Corr)\.\d+)*(?![\w/])")),
    # Resolutions with the session behind the number: « CADHP/Res. 31 (XL) 07 », « EX.CL/Dec.12(IX) ».
    (
        "other",
        re.compile(
            r"(?<![\w./-])[A-Z][A-Za-z]{1,8}(?:[./][A-Z]{2,4})?/(?:Res|R[ée]s|RES|Dec|D[ée]c|DEC|Decl|Rec)\. ?\d{1,4} ?"
            r"\([IVXLC]+(?:-[A-Z]/\d{2})?\)(?: \d{2,4}(?!\w))?"
        ),
    ),
    # Minutes of a government: « C.P. (46) 12 », « ABC (47) 3rd Meeting ».
    (
        "other",
        re.compile(
            r"(?<![\w.])(?:(?:[A-Z]\.){2,4}|[A-Z]{2,4}) ?\(\d{2}\) \d{1,4}(?:(?:st|nd|rd|th)? (?:Meeting|Conclusions)\b"
            r"|(?!\w))"
        ),
    ),
)
SERIES = r"\d{1,4}/\d{1,3}(?:\s[A-Z](?:-[A-Z])?(?=[\s,;.]))?"
# « resoluciones de la Asamblea General 12/3 »: whose they are stands before the numbers.
OF_BODY = (
    r"\s(?:of the|de la|de l['’]|du|del|des)\s?(?:United Nations |Naciones Unidas )?"
    r"(?:General Assembly|Assemblée générale|Asamblea General"
    r"|(?:[A-ZÀ-Þ][\w-]+ (?:and )?){0,3}(?:Council|Conseil|Consejo)"
    r"(?: (?:des|de|du|of|on) [^\W\d_]+(?: de l['’][^\W\d_]+| humanos)?)?|Commission|Comisión)"
    r"(?:\s(?:of the United Nations|des Nations [Uu]nies|de las Naciones Unidas|de l['’]ONU))?"
)
RESOLUTION = re.compile(
    rf"\b(?:[Rr]esolutions?|[Rr][ée]solutions?|[Rr]esoluci(?:ón|ones)|[Dd][ée]cisions?|[Dd]ecisi(?:ón"
    rf"|ones))\b(?:{OF_BODY})?(?=\s+{SERIES})"
)
NUMBER = re.compile(rf"(?<![\w/]){SERIES}")
# Of the Security Council a resolution has its year behind the number.
UNDATED = re.compile(
    r"\b(?:Security Council|UNSC) [Rr]esolutions?\s(?P<number>\d{3,4})\b"
    r"|\b[Rr](?:e|é)sol(?:utions?|uci(?:ón|ones))\s(?P<number3>[12]\d{3})\b(?! ?[(/])"
    r"|\b[Rr]ésolutions?\s(?=\d{3,4}\b[^.;]{0,40}\bdu Conseil de sécurité)(?P<number2>\d{3,4})\b"
)
TITLE = re.compile(r"(?P<number>(?:ES-)?\d{1,3}/\d{1,3})\.\s+(?=[^\W\d_a-zà-ÿ])")  # « 37/2. The right to tea »
# « 5/1, on the building of the Council, and 5/2 »: what a resolution is about, before the next of a row.
SUBJECT = re.compile(
    r"^,?\s(?:on|entitled|concerning|relating to|relatives?|sur|intitulée|sobre|titulada|relativa)\s[^;.\d]{3,160}?,?"
    r"\s(?:and|et|y)\s$"
)
OF_THE_COUNCIL = re.compile(
    r"\b(?:[Rr]esolutions?|[Rr]ésolutions?|[Rr]esoluci(?:ón|ones))\s+(?P<number>\d{1,4}) ?\((?P<year>(?:19|20)\d{2})\)"
)
NEXT_OF_THE_COUNCIL = re.compile(r"(?<![\w/])(?P<number>\d{1,4}) ?\((?P<year>(?:19|20)\d{2})\)")
BETWEEN = re.compile(
    r"^(?:\s*(?:,|;|et|and|y|du|of|de|del|\(?adoptée?s? le|adopted on|le|on)|\s+\d{1,2}(?:er|st|nd|rd"
    r"|th)?\s+(?:de\s+)?[^\W\d_]+\.?\s+(?:de\s+)?\d{4}"
    r"|\s+[^\W\d_]+\s+\d{1,2},\s+\d{4})*\s*$"
)


# The shape that symbols of all bodies have: parts between strokes, the first in capitals, with a number.
FIRST = r"[A-Z][A-Z0-9]*(?:[.-][A-Z0-9]+|\(\d{2,4}\)[A-Z0-9.]*)*"
PART = r"(?:[A-Z0-9][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+|\(\d{2,4}\)[A-Z0-9]*)*|[a-z]{2,5}\.\d+)"
SHAPE = re.compile(
    rf"(?<![\w/.@:-])(?:{FIRST}|[A-Z][a-z]+(?=/[A-Z]{{2}}))(?:/{PART})+(?:\s?\((?:19|20)\d{{2}}\)"
    rf"|\([IVXLC]+\))?(?![\w/])"
)
PAIR = re.compile(r"[A-Za-z]{0,3}\d{0,2}")  # « G7/G20 », « 24/7 », « IPv4/IPv6 »: two of a kind, and no symbol
NUMBERED = re.compile(r"\d{2,6}(?: ?\(.*\))?|[A-Za-z]+\.\d+.*|.*\(.*\).*|[A-Z]+\d{3,}")


def _has_shape(printed: str) -> bool:
    """Whether words with strokes are a symbol: not two of a kind, and a number among them."""
    parts = printed.split("/")
    if len(parts) == 2:
        return not all(PAIR.fullmatch(part) for part in parts) and bool(
            NUMBERED.fullmatch(parts[1]) or re.search(r"\.[A-Z]+$|\(\d+\)", parts[0])
        )
    return any(letter.isdigit() for letter in printed) and not all(PAIR.fullmatch(part) for part in parts)


class Symbol(NamedTuple):
    """A symbol in a text: as printed, as the tables write it, and its record where there is one."""

    printed: str
    scheme: str
    value: str
    record_id: str
    start: int
    end: int


def find_symbols(text: str, known: Known) -> list[Symbol]:
    """The symbols of a text in its order; of two that stand over each other the longer one."""
    symbols: list[Symbol] = []
    for scheme, pattern in PATTERNS:
        symbols += [_make(match[0], scheme, match.start(), known) for match in pattern.finditer(text)]
    shapes = (match for match in SHAPE.finditer(text) if _has_shape(match[0]))
    symbols += [_make(match[0], "other", match.start(), known) for match in shapes]
    for number in _find_undated(text):
        symbols.append(_make(number[0], "un", number.start(), known, f"S/RES/{number[0]}"))
    for match in _find_of_the_council(text):
        symbols.append(_make(match[0], "un", match.start(), known, f"S/RES/{match['number']} ({match['year']})"))
    for start, end, value in _find_resolutions(text):
        symbols.append(_make(text[start:end], "un", start, known, value))
    kept: list[Symbol] = []
    for symbol in sorted(symbols, key=lambda symbol: (symbol.start, -symbol.end)):
        if not kept or symbol.start >= kept[-1].end:
            kept.append(symbol)
        elif symbol.start == kept[-1].start and kept[-1].scheme == "other":
            kept[-1] = kept[-1]._replace(scheme=symbol.scheme)
    return kept


COUNCILS = (
    (re.compile(r"Human Rights Council|Conseil des droits de l['’]homme|Consejo de Derechos Humanos"), "A/HRC"),
    (re.compile(r"Economic and Social Council|Conseil économique et social|Consejo Económico y Social"), "E"),
)
NEARBY = 45  # characters before the word « resolution » in which the body that adopted it is named


def _find_body(text: str, word: re.Match[str], after: int) -> str:
    """Whose resolutions a row of numbers has: of a council where it is named before the row or at its end."""
    before = text[max(0, word.start() - NEARBY) : after]
    tail = text[after:].split("solution", 1)[0]
    for pattern, prefix in COUNCILS:
        if pattern.search(before) or re.match(rf"[^;]*\b(?:du|del|of the)\s+(?:{pattern.pattern})", tail):
            return prefix
    return "A"


def _find_resolutions(text: str) -> Iterator[tuple[int, int, str]]:
    """« ses résolutions 53/70 du 4 décembre 1998, 54/49 du 1er décembre 1999 et 73/27 »: each number of the row."""
    if title := TITLE.match(text):
        yield *title.span("number"), f"{_find_body(text, title, title.end())}/RES/{title['number']}"
    for word in RESOLUTION.finditer(text):
        kind = "DEC" if word[0].casefold().startswith(("dec", "déc")) else "RES"
        after = word.end()
        for number in NUMBER.finditer(text, word.end()):
            between = text[after : number.start()]
            if not (BETWEEN.match(between) or SUBJECT.match(between)):
                break
            yield number.start(), number.end(), f"{_find_body(text, word, number.end())}/{kind}/{number[0]}"
            after = number.end()


def _find_of_the_council(text: str) -> Iterator[re.Match[str]]:
    """« resolutions 1373 (2001), 1963 (2010) and 2129 (2013) »: each number of the row, the first with its word."""
    for first in OF_THE_COUNCIL.finditer(text):
        yield first
        after = first.end()
        for number in NEXT_OF_THE_COUNCIL.finditer(text, after):
            if not BETWEEN.match(text[after : number.start()]):
                break
            yield number
            after = number.end()


def _find_undated(text: str) -> Iterator[re.Match[str]]:
    """« Security Council Resolutions 2570 and 2571 »: the numbers of a row that has no years."""
    for first in UNDATED.finditer(text):
        after = first.start("number") if first["number"] else first.start("number3" if first["number3"] else "number2")
        for number in re.compile(r"\b\d{3,4}\b(?! ?[(/])").finditer(text, after):
            if number.start() != after and not re.fullmatch(r",?\s(?:and|et|y)?\s?", text[after : number.start()]):
                break
            yield number
            after = number.end()


def _make(printed: str, scheme: str, start: int, known: Known, value: str = "") -> Symbol:
    value = value or " ".join(printed.split())
    forms = [
        value,
        value.replace("ISO/CEI", "ISO/IEC"),
        re.sub(r"^CEI\b", "IEC", value),
        value.replace("UIT-T", "ITU-T"),
    ]
    forms += [form.removeprefix("Directive ").removeprefix("directive ") for form in forms]
    record = next((known.identifiers[form] for form in forms if form in known.identifiers), "")
    if not record:
        record = known.find(value, "measure", "meeting") or known.find(printed, "measure", "meeting") or ""
    return Symbol(printed, scheme, forms[2] if scheme == "iec" else forms[1], record, start, start + len(printed))
