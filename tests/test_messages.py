"""What the program says: one catalogue, whole and in step with the code, and one way to look it up."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages import pofile

from cyberdiplo import errors
from cyberdiplo.messages import later, lookup, tr, tr_plural
from tests import catalogue
from tests.conftest import ROOT
from tests.test_layers import PACKAGE, modules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Message

FRENCH_OF_SQL = re.compile(r"-- (?:titre: |\| |(?:param|description|column)\b.* \| )(.*)")
ERRORS = [name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)]
FILLED = [message for message in catalogue.read() if message.id]


def forms(text: Any) -> tuple[str, ...]:
    """Of a text that counts the one and the many, else itself."""
    return (text,) if isinstance(text, str) else tuple(text)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_catalogue_is_what_the_code_says() -> None:
    """``nox -s messages`` brings it along; nothing in it is old, guessed or written otherwise than Babel does."""
    assert catalogue.PATH.read_bytes() == catalogue.brought_along(catalogue.read())


def test_nothing_in_the_catalogue_is_a_guess_or_left_over() -> None:
    assert [message.id for message in FILLED if message.fuzzy] == []
    assert catalogue.read().obsolete == {}


def test_every_text_has_its_french() -> None:
    assert [message.id for message in FILLED if not all(forms(message.string))] == []


def test_no_mark_of_french_parts_from_its_word_at_the_end_of_a_line() -> None:
    """A no-break space before : ; ? ! and within « », in the catalogue and in the French of the .sql files."""
    said = [text for message in FILLED for text in forms(message.string)]
    for path in sorted(PACKAGE.rglob("*.sql")):
        said += [match[1] for line in path.read_text("utf-8").splitlines() if (match := FRENCH_OF_SQL.match(line))]
    assert len(said) > 800
    parted = re.compile(r" [:;?!](?:\s|$)|« | »|\w[;?!](?:\s|$)|«\w")
    assert [text for text in said if parted.search(text)] == []


def test_commands_and_names_in_french_keep_their_colons() -> None:
    for text in ("le bloc demande :nom", "{path}:{line}", "-- param NOM: NATURE", "cyberdiplo sql --param a=b"):
        assert catalogue.typeset(text) == text
    assert catalogue.typeset("« oui » : non ?") == "«\u00a0oui\u00a0»\u00a0: non\u00a0?"


@pytest.mark.parametrize("message", FILLED, ids=lambda message: forms(message.id)[0][:40])
def test_french_has_the_values_of_the_english(message: Message) -> None:
    wanted = set().union(*map(placeholders, forms(message.id)))
    for text in filter(None, forms(message.string)):
        assert wanted - {"count"} <= placeholders(text) <= wanted
        assert isinstance(message.id, tuple) or placeholders(text) == wanted  # "one problem" need not count


@pytest.mark.parametrize("message", FILLED, ids=lambda message: forms(message.id)[0][:40])
def test_french_keeps_what_is_typed(message: Message) -> None:
    """Options, commands and names of variables are no words of a language."""
    typed = re.compile(r"(?<![\w-])--[a-z][a-z-]+|(?<=')cyberdiplo(?: [a-z]+)+|[A-Z]+_[A-Z]+(?=\W)")
    for text in filter(None, forms(message.string)):
        for word in typed.findall(forms(message.id)[0]):
            assert word in text or tr(word, "fr") in text


def calls() -> Iterator[tuple[Path, ast.Call, list[ast.AST]]]:
    """Every call of the function that looks up, with what it stands in."""
    for path in modules():
        parents: list[tuple[ast.AST, list[ast.AST]]] = [(ast.parse(path.read_text("utf-8")), [])]
        while parents:
            node, above = parents.pop()
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in catalogue.LOOKED_UP:
                yield path, node, above
            parents += [(child, [*above, node]) for child in ast.iter_child_nodes(node)]


def test_a_text_stands_where_babel_finds_it() -> None:
    """No f-string: put together it is in no catalogue, and within one Babel does not look before Python 3.12."""
    wrong = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path, call, above in calls()
        if any(isinstance(node, ast.JoinedStr) for node in (*above, *call.args))
        or (call.func.id != "tr" and not isinstance(call.args[0], ast.Constant))  # type: ignore[attr-defined]
    ]
    assert wrong == []


def test_no_error_or_notice_is_said_past_the_catalogue() -> None:
    """A sentence that is written where an error is raised or something is told is looked up there."""
    wrong = []
    for path in modules():
        for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name not in (*ERRORS, "say", "fail"):
                continue
            said = [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg == "hint")]
            if any(isinstance(text, ast.Constant | ast.JoinedStr) and words(text) for text in said):
                wrong.append(f"{path.relative_to(PACKAGE)}:{call.lineno}")
    assert wrong == []


def words(text: ast.Constant | ast.JoinedStr) -> bool:
    """Whether a text has words beside the values that are put into it."""
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    return any(re.search(r"[A-Za-z]{2}", str(part.value)) for part in parts if isinstance(part, ast.Constant))


# Whoever reads French data or writes it by the rules of another tool, and decides nothing that is said.
DATA = {
    "questions/question.py",  # the two halves of a question file
    "store/lists.py",  # whose columns are asked for
    "records/record.py",
    "search/rerank.py",
    "search/search.py",
    "schema/nouns.py",  # what a noun is called
    "schema/vocabulary.py",
    "cli/main.py",  # the title of a question
    "render/style.py",
    "render/writers/separated.py",  # the signs of numbers
    "text/dates.py",
    "text/amounts.py",
    "render/citations/writers.py",  # the label of a code
    "proof/lint.py",
    "drafts/proposal.py",  # the columns of a document's own language
    "messages/__init__.py",
    "messages/lookup.py",
    "imports/ga_akn.py",  # the language that a file is in
}


def test_no_other_module_asks_whether_the_reader_is_french() -> None:
    asking = re.compile(r"(?:==|!=) \"(?:fr|en)\"|\bif french\b|\bfrench else\b")
    found = {path.relative_to(PACKAGE).as_posix() for path in modules() if asking.search(path.read_text("utf-8"))}
    assert found - DATA == {"cli/words/language.py"}
    assert DATA - found == set()


def test_values_are_put_in_after_the_look_up(french: None) -> None:  # noqa: ARG001
    assert tr("{id}: {file} cannot be read", id="x", file="{y}") == "x\u00a0: {y} est illisible"
    assert tr("{id}: {file} cannot be read", "en", id="x", file="y") == "x: y cannot be read"
    assert tr("no such text {n!r}", n="l'OTC\x1b") == "no such text «\u00a0l'OTC\\x1b\u00a0»"
    assert tr("no such text {n:,}", n=1234567) == "no such text 1\u202f234\u202f567"
    assert tr("no such text {n:.1f}", n=0.5) == "no such text 0,5"
    assert tr("") == ""


def test_french_counts_one_for_none(french: None) -> None:  # noqa: ARG001
    said = [tr_plural(later("one"), later("many"), number) for number in (0, 1, 2)]
    assert said == ["one", "many", "many"] or said == ["many", "one", "many"]


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "_chosen", "fr")


def test_english_reads_no_catalogue_and_nobody_needs_babel() -> None:
    code = (
        "import sys\n"
        "from cyberdiplo import messages\n"
        "assert messages.tr('Usage: ') == 'Usage: '\n"
        "assert not {'gettext', 'babel'} & sys.modules.keys()\n"
        "assert messages.tr('Usage: ', 'fr') == 'Emploi\\u00a0: '\n"
        "assert 'babel' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT / "src")}, check=True)


def test_a_checkout_that_was_not_built_speaks_french_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "fr" / "LC_MESSAGES" / "cyberdiplo.po"
    place.parent.mkdir(parents=True)
    place.write_bytes(catalogue.PATH.read_bytes())
    monkeypatch.setattr(lookup, "LOCALE", tmp_path)
    lookup._french.cache_clear()
    try:
        assert tr("Usage: ", "fr") == "Emploi\u00a0: "
        assert place.with_suffix(".mo").is_file()
    finally:
        lookup._french.cache_clear()


def test_a_catalogue_with_a_fault_is_not_compiled(tmp_path: Path) -> None:
    place = tmp_path / "bad.po"
    place.write_text('msgid "a\n', "utf-8")
    with place.open("rb") as file, pytest.raises(pofile.PoFileError):
        pofile.read_po(file, abort_invalid=True)
