"""The readers by themselves, on whatever a file may hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from cyberdiplo.errors import BadSeed
from cyberdiplo.imports.dates import read_date
from cyberdiplo.imports.files import clean
from cyberdiplo.imports.ga_akn import read_akn
from cyberdiplo.imports.ga_jsonl import read_jsonl
from cyberdiplo.imports.ga_records import read_symbol
from cyberdiplo.imports.ga_sittings import SITTING, name_sitting
from cyberdiplo.imports.importers import IMPORTERS, find_importer
from cyberdiplo.imports.known import Names
from cyberdiplo.imports.outcome import Outcome
from cyberdiplo.imports.sponsors import Sponsor, read_sponsors
from cyberdiplo.imports.tables import read_table
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from pathlib import Path

STATES = Names(
    (fold(name), code, weak)
    for name, code, weak in (
        ("Austria", "AUT", 0),
        ("Egypt", "EGY", 0),
        ("Trinidad and Tobago", "TTO", 0),
        ("Bosnia and Herzegovina", "BIH", 0),
        ("Iran (Islamic Republic of)", "IRN", 0),
        ("Germany", "DEU", 0),
        ("Congo", "COG", 0),
        ("Congo", "COD", 1),
        ("Guinea", "GIN", 0),
        ("Korea", "KOR", 1),
        ("Korea", "PRK", 1),
    )
)
quiet = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-10-10 00:00:00", "2019-10-10"),
        ("13 October 2020", "2020-10-13"),
        ("13\u00a0October\u00a02020", "2020-10-13"),
        ("1er août 2021", "2021-08-01"),
        ("12 Sept. 2021", "2021-09-12"),
        ("3 juil. 2021", "2021-07-03"),
        ("3 jui. 2021", ""),  # juin or juillet
        ("juillet 2021", "2021-07"),
        ("July 2021", "2021-07"),
        ("13/10/2020", "2020-10-13"),
        ("10/13/2020", "2020-10-13"),
        ("2020", "2020"),
        ("2020-02-30", ""),
        ("31 June 2020", ""),
        ("0001-01-01", "0001-01-01"),
        ("soon", ""),
        ("٢٠٢١", ""),
        ("２０２１-０１", ""),
        ("1 March ٢٠٢١", ""),
        ("", ""),
    ],
)
def test_days_as_files_write_them(text: str, day: str) -> None:
    assert read_date(text) == day


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert len(read_date(text)) in (0, 4, 7, 10)


@pytest.mark.parametrize(
    ("entry", "sponsors"),
    [
        ("AUSTRIA", ["AUT"]),
        ("the Congo", ["COG"]),
        ("GE RMANY", ["DEU"]),
        ("Austria, Bosnia and Herzegovina and Trinidad and Tobago", ["AUT", "BIH", "TTO"]),
        ("Iran (Islamic Republic of) and Egypt", ["IRN", "EGY"]),
        ("Egypt (on behalf of A, B and C), Guinea and Austria", ["EGY: on behalf of A, B and C", "GIN", "AUT"]),
        ("GUINEA, ON BEHALF OF THE GROUP OF AFRICAN STATES", ["GIN: ON BEHALF OF THE GROUP OF AFRICAN STATES"]),
        ("submitted by the Chair of the Committee", ["body"]),
        ("The representative of Austria, on behalf of the Bureau", ["body"]),
        ("Korea", ["unknown"]),
        ("ANGOLA BAHAMAS", ["unknown"]),
        (" ", []),
    ],
)
def test_sponsors_as_they_are_printed(entry: str, sponsors: list[str]) -> None:
    def say(sponsor: Sponsor) -> str:
        if not sponsor.known:
            return "unknown"
        if sponsor.country_id is None:
            return "body"
        printed = sponsor.printed.partition("(")[2].rstrip(")") or sponsor.printed.partition(", ")[2]
        return f"{sponsor.country_id}: {printed}" if printed else sponsor.country_id

    assert [say(sponsor) for sponsor in read_sponsors([entry], STATES)] == sponsors


@given(st.lists(st.text(alphabet="AustriEgypGn ,()and" + "on behalf of", max_size=60), max_size=4))
def test_no_sponsor_is_lost(entries: list[str]) -> None:
    told = list(read_sponsors(entries, STATES))
    assert all(sponsor.country_id or sponsor.printed for sponsor in told)
    assert len(told) >= sum(any(letter.isalpha() for letter in clean(entry)) for entry in entries)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("A/RES/75/254A-C", "A/RES/75/254 A-C"),
        (" A/RES/75/254  A-C", "A/RES/75/254 A-C"),
        ("A/RES/ES-11/1", "A/RES/ES-11/1"),
        ("A/RES/1514 (XV)", "A/RES/1514(XV)"),
        ("A/RES/S-32/1", "A/RES/S-32/1"),
        ("S/RES/1", ""),
        ("A/RES/75", ""),
    ],
)
def test_symbols_in_their_usual_form(text: str, symbol: str) -> None:
    assert read_symbol(text) == symbol


def test_sittings_are_called_as_the_assembly_calls_them() -> None:
    sitting = SITTING.fullmatch("A/ES-1/PV.21 (Resumption 2)")
    assert sitting
    assert name_sitting(sitting) == (
        "21e séance plénière de la 1re session extraordinaire d'urgence de l'Assemblée générale (reprise)",
        "21st plenary meeting of the General Assembly, 1st emergency special session (resumed)",
    )


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (bytes(2000), "there is a NUL character"),
        ("member,group\n".encode("utf-16-le"), "there is a NUL character"),
        (b",,\nFRA,oecd,\n", "the line has no names of columns"),
        (b'member,group\r"Fra\rnce",UN\r', "the lines end in two ways"),
        (b"member,group\n" + b"x" * 200_000 + b",UN\n", "a cell has more than 131,072 characters"),
        (b'member,group\n"a"b,UN\n', "this is not CSV"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(tmp_path: Path, raw: bytes, told: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(raw)
    with pytest.raises(BadSeed) as refused:
        list(read_table(path, find_importer("memberships").headers, {}))
    assert told in f"{refused.value} {refused.value.hint}"


@given(st.binary(max_size=300))
@quiet
def test_any_bytes_are_a_table_or_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"member,group\n" + raw)
    try:
        widths = {len(cells) for _, cells in read_table(path, find_importer("memberships").headers, {})}
    except BadSeed as error:
        widths = {8 if str(path) in str(error) else 0}
    assert widths <= {8}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)


@given(ANYTHING, st.sampled_from(["symbol", "title", "sponsors", "subjects", "MS_against", "adoption_date"]))
@quiet
def test_any_json_is_a_resolution_or_rejected(tmp_path: Path, value: object, column: str) -> None:
    path, outcome = tmp_path / "a.jsonl", Outcome()
    path.write_text(json.dumps(value) + "\n" + json.dumps({"symbol": "A/RES/1/1", column: value}) + "\n", "utf-8")
    records = list(read_jsonl(path, outcome))
    assert len(records) + len(outcome.rejects) == 2


@given(st.text(alphabet="<>/akomNts&;#'\" step=by", max_size=120))
@quiet
def test_any_markup_is_refused_by_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<akomaNtoso>" + text, encoding="utf-8")
    with pytest.raises(BadSeed, match="nothing was imported"):
        read_akn(path)


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.name)
def test_an_importer_has_a_module_and_a_row_for_each_heading(importer: object) -> None:
    import importlib

    from cyberdiplo.imports.job import Importer

    assert isinstance(importer, Importer)
    assert callable(importer.load())
    if importer.headers:
        module = importlib.import_module(f"cyberdiplo.imports.{importer.module}")
        assert len(module.Row._fields) == len(importer.headers)
