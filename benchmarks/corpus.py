"""A made-up corpus in the seed format, of any size and always the same: ``python -m benchmarks.corpus 1000 DIR``.

For N statements: N/2000 forums, N/100 meetings, N/10 speakers with a post each, N/5 participations, one voice and two
topics a statement, a citation for every record, a figure for every fiftieth statement. About 690 bytes of text a
statement. One word in three statements is common, one in a hundred is frequent, one in twenty thousand is rare.
"""

from __future__ import annotations

import csv
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cyberdiplo.schema.model import seed_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COMMON, FREQUENT, RARE = "cybersécurité", "normalisation", "quetzal"
SOURCE_SIZE = 10_000  # statements in one source folder
TOPICS = 40
COUNTRIES = 200
SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "mé",
    "no",
    "pi",
    "ra",
    "sé",
    "ti",
    "vo",
    "xa",
    "ze",
    "lin",
    "tra",
    "mon",
    "per",
    "que",
]


def make(count: int, folder: Path, seed: int = 1) -> None:
    """Write a collection of ``count`` statements into ``folder``, which must be empty or new."""
    draw = random.Random(seed)
    words = [_word(number) for number in range(4000)]
    weights = [1 / (rank + 8) for rank in range(len(words))]
    cumulative = [0.0]
    for weight in weights:
        cumulative.append(cumulative[-1] + weight)
    sizes = {"forums": max(count // 2000, 3), "meetings": max(count // 100, 4), "speakers": max(count // 10, 10)}
    _reference(folder / "reference", sizes)
    for first in range(0, count, SOURCE_SIZE):
        size = min(SOURCE_SIZE, count - first)
        _source(folder / "sources" / f"src-{first // SOURCE_SIZE:04}", first, size, sizes, draw, words, cumulative[1:])


def _word(number: int) -> str:
    word = ""
    while True:
        number, place = divmod(number, len(SYLLABLES))
        word += SYLLABLES[place]
        if not number:
            return word


def _write(folder: Path, table: str, rows: Iterable[dict[str, object]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    header = seed_tables()[table].header
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([row.get(name, "") for name in header] for row in rows)


def _named(record_id: str, kind: str, **more: object) -> dict[str, object]:
    return {"id": record_id, "name_fr": f"{kind} {record_id} (fr)", "name_en": f"{kind} {record_id} (en)", **more}


def _country(number: int) -> str:
    letters = [chr(65 + number // 26**power % 26) for power in (2, 1, 0)]
    return "".join(letters)


def _reference(folder: Path, sizes: dict[str, int]) -> None:
    organisations = max(sizes["speakers"] // 20, 3)
    _write(folder, "countries", (_named(_country(n), "Pays", type="state") for n in range(COUNTRIES)))
    _write(folder, "topics", (_named(f"topic-{n:02}", "Thème", sort=n + 1) for n in range(TOPICS)))
    _write(
        folder,
        "organisations",
        (
            _named(f"org-{n:06}", "Organisation", type="company", country_id=_country(n % COUNTRIES))
            for n in range(organisations)
        ),
    )
    _write(
        folder,
        "forums",
        (
            _named(
                f"forum-{n:05}", "Enceinte", type="committee", acronym_fr=f"E{n}", acronym_en=f"E{n}",
                parent_id=f"forum-{(n - 1) // 5:05}" if n else "",
            )
            for n in range(sizes["forums"])
        ),
    )  # fmt: skip
    _write(
        folder,
        "meetings",
        (
            _named(
                f"meeting-{n:06}", "Réunion", type="session", status="held", forum_id=f"forum-{n % sizes['forums']:05}",
                start_date=f"{1990 + n % 35}-{n % 12 + 1:02}-{n % 28 + 1:02}",
            )
            for n in range(sizes["meetings"])
        ),
    )  # fmt: skip
    _write(folder, "speakers", (_speaker(n) for n in range(sizes["speakers"])))
    _write(
        folder,
        "affiliations",
        (
            {
                "id": f"post-{n:06}",
                "speaker_id": f"speaker-{n:06}",
                "organisation_id": f"org-{n % organisations:06}",
                "position_fr": "Responsable des politiques",
                "position_en": "Head of policy",
                "attested_on": "2020",
            }
            for n in range(sizes["speakers"])
        ),
    )
    _write(
        folder,
        "participations",
        (
            {
                "id": f"part-{n:07}",
                "meeting_id": f"meeting-{n % sizes['meetings']:06}",
                "role": "speaker",
                "capacity": "private_sector",
                "speaker_id": f"speaker-{n // 2:06}",
                "affiliation_id": f"post-{n // 2:06}",
                "country_id": _country(n % COUNTRIES),
                "sort": n // sizes["meetings"] + 1,
            }
            for n in range(sizes["speakers"] * 2)
        ),
    )
    _write(folder, "sources", [_source_row("src-reference")])
    _write(folder, "citations", _citations(sizes, organisations))


def _speaker(number: int) -> dict[str, object]:
    given_name, family = _word(number % 997 + 20).title(), _word(number + 400).title()
    return {
        "id": f"speaker-{number:06}",
        "given_name": given_name,
        "family_name": family,
        "sort_name": f"{family}, {given_name}",
    }


def _source_row(record_id: str) -> dict[str, object]:
    return {
        "id": record_id,
        "type": "report",
        "title": f"Rapport {record_id}",
        "published": "2024",
        "lang": "fr",
        "rights_fr": "corpus d'essai",
        "rights_en": "made up for measuring",
    }


def _cited(record_id: str, source: str, locator: str, anchor: str = "") -> dict[str, object]:
    return {
        "record_id": record_id, "source_id": source, "locator": locator, "anchor": anchor, "support": "states",
        "confidence": "high",
    }  # fmt: skip


def _citations(sizes: dict[str, int], organisations: int) -> Iterator[dict[str, object]]:
    counted = (
        *((_country(n) for n in range(COUNTRIES)), (f"forum-{n:05}" for n in range(sizes["forums"]))),
        *((f"meeting-{n:06}" for n in range(sizes["meetings"])), (f"org-{n:06}" for n in range(organisations))),
        (f"part-{n:07}" for n in range(sizes["speakers"] * 2)),
        *((f"post-{n:06}" for n in range(sizes["speakers"])), (f"speaker-{n:06}" for n in range(sizes["speakers"]))),
    )
    for ids in counted:
        for record_id in ids:
            yield _cited(record_id, "src-reference", "page 1")


def _source(
    folder: Path,
    first: int,
    size: int,
    sizes: dict[str, int],
    draw: random.Random,
    words: list[str],
    weights: list[float],
) -> None:
    numbers = range(first, first + size)
    source = folder.name
    _write(folder, "sources", [_source_row(source)])
    texts = [_text(number, draw, words, weights) for number in numbers]
    _write(
        folder,
        "statements",
        (
            {
                "id": f"st-{number:07}",
                "type": "position",
                "meeting_id": f"meeting-{_voice(number, sizes) % sizes['meetings']:06}",
                "attribution": "individual",
                "reporting": "reported",
                "summary_fr": text[0],
                "summary_en": text[1],
                "sort": number - first + 1,
            }
            for number, text in zip(numbers, texts, strict=True)
        ),
    )
    _write(
        folder,
        "statement_participations",
        ({"statement_id": f"st-{n:07}", "participation_id": f"part-{_voice(n, sizes):07}", "sort": 1} for n in numbers),
    )
    _write(
        folder,
        "record_topics",
        (
            {"record_id": f"st-{n:07}", "topic_id": f"topic-{topic:02}"}
            for n in numbers
            for topic in sorted({n % TOPICS, (n * 7 + 3) % TOPICS})
        ),
    )
    figures = [number for number in numbers if number % 50 == 0]
    _write(
        folder,
        "figures",
        (
            {
                "id": f"fig-{n:07}", "statement_id": f"st-{n:07}", "label_fr": "incidents", "label_en": "incidents",
                "comparator": "approx", "value": n % 1000, "unit": "count",
            }
            for n in figures
        ),
    )  # fmt: skip
    _write(
        folder,
        "citations",
        (
            *(_cited(f"fig-{n:07}", source, f"par. {n - first + 1}", "environ tant d'incidents") for n in figures),
            *(
                _cited(f"st-{n:07}", source, f"par. {n - first + 1}", " ".join(text[0].split()[:4]))
                for n, text in zip(numbers, texts, strict=True)
            ),
        ),
    )


def _voice(number: int, sizes: dict[str, int]) -> int:
    """The participation that makes a statement."""
    return number % (sizes["speakers"] * 2)


def _text(number: int, draw: random.Random, words: list[str], weights: list[float]) -> tuple[str, str]:
    drawn = draw.choices(words, cum_weights=weights, k=draw.randint(70, 94))
    if number % 10 < 3:
        drawn[5] = COMMON
    if number % 100 == 7:
        drawn[9] = FREQUENT
    if number % 20_000 == 11:
        drawn[13] = RARE
    half = len(drawn) // 2
    return " ".join(drawn[:half]) + ".", " ".join(drawn[half:]) + "."


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
