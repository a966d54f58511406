"""What a person looks at: colour that says what words say too, links that open, points that read as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.questions import catalogue
from cyberdiplo.questions.run import ask
from cyberdiplo.questions.vote_matrix import MARKED
from cyberdiplo.records.record import read_record
from cyberdiplo.render.screen.layout import wrap
from cyberdiplo.render.screen.shown import say_more, take_shown
from cyberdiplo.render.screen.together import join_rows
from cyberdiplo.result import Result, Window
from cyberdiplo.schema.vocabulary import CLOSED
from cyberdiplo.store.words import read_vocabulary
from tests.readme import on_terminal
from tests.render.answers import written_result

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.store.connection import Connection

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


def test_of_what_is_the_same_in_each_row_a_code_goes_before_a_name_and_nothing_is_no_column() -> None:
    columns, main = ["id", "empty", "vote", "who", "name"], ("id", "empty", "vote", "who")
    codes = {"vote": {"yes": ("pour", "in favour")}}
    rows = [(f"statement-{n}", None, "yes", "Fick", "x" * 60) for n in range(1, 4)]
    shown = [drawn(columns, rows, codes, main=main, width=w, color=False).split("\n")[0].split() for w in (24, 44, 64)]
    assert shown == [["id", "who"], ["id", "vote", "who"], ["id", "vote", "who"]]


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
    assert said.splitlines()[1] == "date\u00a0: 2023-06-20\u00a0; source\u00a0: wto-tbt-cyber-2023"
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


def test_a_matrix_that_does_not_fit_goes_on_in_blocks_below() -> None:
    texts = [f"{60 + n}/45 20{n:02}" for n in range(18)]
    rows = [(state, *["yes"] * 18, "3") for state in ("France", "Brazil")]
    codes = dict.fromkeys(texts, MARKED)
    for width in (40, 80, 120):
        lines = drawn(["country", *texts, "changes"], rows, codes, spread="blocks", width=width, color=False).split(
            "\n"
        )
        blocks = "\n".join(lines).strip().split("\n\n")
        assert all(len(line) <= width for line in lines)
        assert all(block.count("France") == 1 for block in blocks)
        assert "\n".join(blocks).count("Y") == 36
        assert "changes" in blocks[-1]
        assert len(blocks) > 1
    assert (
        drawn(["country", "a", "changes"], [("France", "yes", "3")], spread="blocks", color=False).count("France") == 1
    )


STATES = ["about", "France", "Germany", "Brazil"]
COMPARED = [
    ("VOTE", "", "", ""),
    ("A/RES/73/27 [2018-12-05, list]", "against", "against", "abstention"),
    ("SAID", "", "", ""),
    ("Norms", f"{'France holds that ' * 5}[2021, statements-of-a-ministry-of-foreign-affairs, par. 2]", "", "agrees"),
]


def test_states_stand_side_by_side_under_what_is_compared(capsys: pytest.CaptureFixture[str]) -> None:
    lines = drawn(STATES, COMPARED, spread="over", color=False).splitlines()
    assert lines[0].split() == STATES[1:]
    assert "about" not in " ".join(lines)
    place = lines.index("A/RES/73/27 [2018-12-05, list]")
    assert lines[place - 1] == "VOTE"
    assert lines[place + 1].split() == ["against", "against", "abstention"]
    assert lines[lines.index("SAID") - 1] == ""
    assert capsys.readouterr().err == ""
    assert f"{BOLD}VOTE\x1b[0m" in drawn(STATES, COMPARED, spread="over")


def test_where_states_do_not_fit_side_by_side_the_format_that_does_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    lines = drawn(STATES, COMPARED, spread="over", width=40, color=False).splitlines()
    assert ["France", "against"] in [line.split() for line in lines]
    assert "VOTE" in lines
    assert max(map(len, lines)) <= 40
    assert "--format markdown" in capsys.readouterr().err


def test_rows_that_only_a_hidden_column_tells_apart_keep_it() -> None:
    columns, main = ["name", "capacity", "country", "forum", "meeting"], ("name", "capacity", "country")
    rows = [
        ("Ada Lovelace", "for a State", "France", "WTO", f"{n}th meeting on the way to a very long name")
        for n in (1, 2)
    ]
    text = drawn(columns, rows, main=main, width=46, color=False)
    assert "1th meeting" in text
    assert "2th meeting" in text
    text = drawn(columns, [*rows, ("Grace Hopper", *rows[0][1:])], main=main, width=30, color=False)
    assert "meeting: 2th meeting" in " ".join(text.split())
    text = drawn(columns, [rows[0], rows[0]], main=main, width=46, color=False)
    assert "meeting" not in text  # nothing tells them apart


def test_rows_that_differ_in_the_state_alone_are_one() -> None:
    rows = [("2020", "sponsored", state) for state in ("Peru", None, "Chad", "Cuba")] + [("2021", "adopted", "Peru")]
    result = Result(["date", "step", "country"], iter([*rows, ("2021", "adopted", None)]))
    joined = list(join_rows(result, "country", "en", 1).rows)
    assert joined == [
        rows[0], rows[1], ("2020", "sponsored", "2 States: Chad and 1 more"), rows[4], ("2021", "adopted", None)
    ]  # fmt: skip


def test_what_many_did_alike_is_one_entry(database: Connection) -> None:
    events = next(section for section in read_record(database, "a-res-75-240", "measure", "en").sections)
    assert (events.key, len(events.rows)) == ("events", 29)
    shown = list(take_shown(events, "en", 12).rows)
    assert len(shown) == 4
    assert "; all names" not in str(shown)
    assert say_more(events, "en", 12) == ["all names: cyberdiplo query run sponsors --measure a-res-75-240"]
    assert say_more(events, "en") == []


def test_the_votes_of_a_text_name_the_states(database: Connection) -> None:
    sections = read_record(database, "a-res-75-240", "measure", "en").sections
    votes = next(section for section in sections if section.key == "votes")
    shown = {row[0]: row[1:] for row in take_shown(votes, "en", 3).rows}
    assert shown["no"] == (50, "Albania, Andorra, Australia and 47 more")
    assert [len(row[2].split("; ")) for row in votes.rows] == [row[1] for row in votes.rows]
    assert say_more(votes, "en", 3) == ["all names: cyberdiplo votes --resolution a-res-75-240"]


@pytest.mark.parametrize(
    ("width", "beside", "below"),
    [(80, ("id", "date", "speakers", "stance"), ()), (40, ("date", "speakers"), ("stance: supports", "id: "))],
)
def test_what_was_said_is_listed_with_date_speaker_stance_and_id(
    database: Connection, width: int, beside: tuple[str, ...], below: tuple[str, ...]
) -> None:
    question = catalogue.read_list("statements")
    result = ask(database, question, {"country": "FRA"})
    style: dict[str, Any] = {"main": question.main, "below": question.below, "width": width, "color": False}
    text = drawn(result.columns, list(result.rows), result.codes, **style)
    assert set(beside) <= set(text.split("\n")[0].split())
    assert all(word in text for word in below)


@pytest.mark.parametrize("name", ["measures", "topics", "timeline", "figures", "meetings", "statements"])
def test_a_narrow_screen_has_under_a_row_what_a_usual_one_has_beside_it(database: Connection, name: str) -> None:
    question = catalogue.read_list(name)
    result = ask(database, question, {}, window=Window(limit=10))
    rows = list(result.rows)
    style: dict[str, Any] = {"main": question.main, "below": question.below, "color": False}
    usual, narrow = (drawn(result.columns, rows, result.codes, width=width, **style) for width in (80, 40))
    body = "".join(narrow.split())  # ids may be folded
    assert [word for word in usual.split("\n", 2)[2].split() if word not in body] == []
