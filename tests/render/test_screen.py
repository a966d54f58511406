"""What a person looks at: colour that says what words say too, links that open, points that read as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.questions.vote_matrix import MARKED
from cyberdiplo.render.layout import wrap
from cyberdiplo.schema.vocabulary import CLOSED
from cyberdiplo.store.words import read_vocabulary
from tests.readme import on_terminal
from tests.render.answers import written_result

if TYPE_CHECKING:
    from pathlib import Path

GREEN, RED, YELLOW, BOLD = "\x1b[32m", "\x1b[31m", "\x1b[33m", "\x1b[1m"
LINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\(.*?)\x1b\]8;;\x1b\\")
SCREEN: dict[str, Any] = {"terminal": True, "color": True, "width": 80}


def drawn(columns: list[str], rows: list[tuple[Any, ...]], codes: Any = None, **style: Any) -> str:
    """What a screen shows of an answer."""
    return written_result("table", columns, rows, codes or {}, **{**SCREEN, **style})


@pytest.mark.parametrize(
    ("column", "code", "colour", "words"),
    [
        ("vote", "yes", GREEN, "in favour"),
        ("vote", "no", RED, "against"),
        ("vote", "abstain", YELLOW, "abstention"),
        ("stance", "supports", GREEN, "supports"),
        ("stance", "opposes", RED, "opposes"),
        ("confidence", "low", RED, "low"),
        ("support", "contradicts", RED, "contradicts it"),
    ],
)
def test_a_colour_says_what_the_words_beside_it_say(column: str, code: str, colour: str, words: str) -> None:
    domain = {"vote": "votes.vote", "stance": "statements.stance"}.get(column, f"citations.{column}")
    text = drawn(["id", column], [("a", code)], {column: read_vocabulary(domain)})
    assert f"{colour}{words}\x1b[0m" in text
    assert "\x1b" not in drawn(["id", column], [("a", code)], {column: read_vocabulary(domain)}, color=False)


def test_the_letters_of_a_matrix_have_the_colours_of_votes() -> None:
    text = drawn(["country", "75/240"], [("France", "no*")], {"75/240": MARKED})
    assert f"{RED}N*\x1b[0m" in text


def test_norwegian_is_no_vote() -> None:
    text = drawn(["lang"], [("no",)], {"lang": {"fr": ("français", "French"), "no": ("norvégien", "Norwegian")}})
    assert text.splitlines()[2:] == ["Norwegian"]
    assert set(CLOSED["votes.vote"]) >= {"yes", "no"}


def test_a_place_opens_the_page_that_it_is_on() -> None:
    columns, page = ["id", "locator", "url"], "https://docs.un.org/en/A/75/816"
    assert (page, "par. 3.5") in LINK.findall(drawn(columns, [("a", "par. 3.5", page)]))
    for odd in ("javascript:alert(1)", "https://a.example/\x1b]8;;", "file:///etc/passwd"):
        assert not LINK.findall(drawn(columns, [("a", "par. 3.5", odd)]))
    assert "\x1b" not in drawn(columns, [("a", "par. 3.5", page)], color=False)


def test_an_address_that_opens_from_a_place_is_not_told_as_missing(capsys: pytest.CaptureFixture[str]) -> None:
    row = ("a" * 30, "par. 3.5", "https://docs.un.org/en/A/75/816", "x" * 30)
    drawn(["id", "locator", "url", "note"], [row], main=("id", "locator"), width=50)
    assert capsys.readouterr().err == "columns not shown: note (--columns, --format csv)\n"


def test_what_is_the_same_in_each_row_goes_first_from_a_narrow_list() -> None:
    columns, main = ["id", "country", "date", "name"], ("id", "country", "date")
    rows = [(f"statement-{n}", "Russian Federation", f"2024-0{n}-01", "x" * 60) for n in range(1, 4)]
    same = drawn(columns, rows, main=main, width=36, color=False)
    assert same.split("\n")[0].split() == ["id", "date"]
    rows[0] = ("statement-1", "France", "2024-01-01", "x" * 60)
    assert drawn(columns, rows, main=main, width=36, color=False).split("\n")[0].split() == ["id", "country"]
    assert drawn(columns, rows[1:2], main=main, width=36, color=False).split("\n")[0].split() == ["id", "country"]


def test_of_what_is_the_same_in_each_row_a_code_goes_before_a_name_and_nothing_before_both() -> None:
    columns, main = ["id", "empty", "vote", "who", "name"], ("id", "empty", "vote", "who")
    codes = {"vote": {"yes": ("pour", "in favour")}}
    rows = [(f"statement-{n}", None, "yes", "Fick", "x" * 60) for n in range(1, 4)]
    shown = [drawn(columns, rows, codes, main=main, width=w, color=False).split("\n")[0].split() for w in (24, 44, 64)]
    assert shown == [["id", "who"], ["id", "vote", "who"], ["id", "empty", "vote", "who"]]


def test_what_was_found_is_bold_on_a_screen_and_between_stars_elsewhere() -> None:
    snippet = "a **ransomware** attack on **several** hospitals"
    text = drawn(["snippet"], [(snippet,)], width=30)
    assert f"{BOLD}ransomware\x1b[0m" in text
    assert f"{BOLD}several\x1b[0m" in text
    assert "*" not in text
    assert snippet in written_result("table", ["snippet"], [(snippet,)], {})
    assert snippet in drawn(["snippet"], [(snippet,)], color=False)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_a_quotation_mark_does_not_part_from_its_word(space: str) -> None:
    text = f"il n'y avait pas besoin de «{space}réinventer la roue{space}» : c'est clair."
    for width in range(14, 60):
        lines = wrap(text, width)
        assert not any(line.endswith("«") or line.startswith(("»", ":")) for line in lines), (width, lines)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
def test_a_page_is_never_wider_than_the_screen(width: int, database_path: Path) -> None:
    for name in ("Fick", "FRA", "WTO", "A/RES/75/240", "otc-2023-050"):
        shown = on_terminal(["show", name], database_path, width, most=1000)
        too_wide = [line for line in shown.splitlines() if len(line) > width]
        assert not too_wide, (name, too_wide)


@pytest.mark.parametrize("width", [80, 160])
def test_points_read_as_text_with_the_place_in_the_margin_where_it_changes(width: int, database_path: Path) -> None:
    page = on_terminal(["show", "Fick", "--lang", "fr"], database_path, width, most=1000)
    said = page[page.index("CE QUI A ÉTÉ DIT") : page.index("OÙ CELA EST ÉCRIT")].splitlines()
    assert said[2].startswith("par. 3.5 ")
    assert sum("par. 3.5" in line for line in said) == 1
    indent = said[2].index("Mme Fick")
    assert all(line.startswith((" " * indent, "par. ")) for line in said[2:] if line)
    assert " (otc-2023-051)" in page  # what 'show' and 'cite' take, and nothing that the page has said above
    assert max(map(len, said)) > indent + 50


def test_what_is_the_same_in_each_row_stands_once(database_path: Path) -> None:
    page = on_terminal(["show", "Fick", "--lang", "fr"], database_path, most=1000)
    said = page[page.index("CE QUI A ÉTÉ DIT") : page.index("OÙ CELA EST ÉCRIT")]
    assert said.splitlines()[1] == "source\u00a0: wto-tbt-cyber-2023"
    assert said.count("wto-tbt-cyber-2023") == 1
    assert said.count("Jacqueline Fick") == 1  # whose page it is: only where others said it with her


def test_a_statement_is_not_said_twice_on_its_page(database_path: Path) -> None:
    page = " ".join(on_terminal(["show", "otc-2023-053", "--lang", "fr"], database_path).split())
    assert page.count("une approche à la fois collaborative et transfrontières") == 1


def test_forums_stand_under_the_ones_that_they_belong_to(database_path: Path) -> None:
    lines = on_terminal(["show", "WTO"], database_path, 100).splitlines()
    above = next(i for i, line in enumerate(lines) if line.endswith("(wto-jsi-ecommerce)"))
    assert lines[above + 1].startswith("├── ")
    assert lines[above + 1].endswith("(wto-jsi-focus-group-a)")
    assert any(line == "TBT – Committee on Technical Barriers to Trade (wto-tbt)" for line in lines)
