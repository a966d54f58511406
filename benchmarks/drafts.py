"""How right drafts are: precision and recall of what is proposed of a document, against what is curated in the seeds.

    python -m benchmarks.drafts --documents DIR [--documents DIR …]

The documents are found by their SHA-256, as ``verify`` finds them. The moderator's report is read twice: with the names
that the database has, and by somebody who knows countries and forums alone, as of a first document of its kind. Of the
resolutions each paragraph is compared in both languages: its number, and the class of its verb. Differences are listed.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.documents.read import read_document
from cyberdiplo.drafts.genres.report import draft_report
from cyberdiplo.drafts.genres.resolution import PARAGRAPH, draft_resolution
from cyberdiplo.drafts.genres.verbs import CLASS_OF, find_opening
from cyberdiplo.drafts.known import Known, read_known
from cyberdiplo.drafts.points.symbols import find_symbols
from cyberdiplo.proof.check import load_seeds
from cyberdiplo.settings import resource
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cyberdiplo.documents.passages import Document
    from cyberdiplo.drafts.proposal import Draft

REPORT = "wto-tbt-cyber-2023"
KNOWN_TO_A_NEWCOMER = ("country", "forum")
Facts = Counter[tuple[str, ...]]


class Score(NamedTuple):
    """What was proposed of one thing, and what is curated."""

    name: str
    proposed: Facts
    curated: Facts

    @property
    def precision(self) -> float:
        """How much of what is proposed is right."""
        return (self.proposed & self.curated).total() / max(self.proposed.total(), 1)

    @property
    def recall(self) -> float:
        """How much of what is right is proposed."""
        return (self.proposed & self.curated).total() / max(self.curated.total(), 1)


def find_document(folders: Iterable[Path], sha256: str) -> Path | None:
    """The file of that digest."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256:
                return path
    return None


def read_seeds(source: str, table: str) -> list[dict[str, str]]:
    """The curated rows of a source."""
    path = resource("seeds") / "sources" / source / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_reference(table: str) -> dict[str, dict[str, str]]:
    """The curated rows of a table that several sources speak of, by id."""
    with (resource("seeds") / "reference" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def as_newcomer(known: Known) -> Known:
    """Only the names of countries and forums."""
    newcomer = Known()
    for norm, kinds in known.names.items():
        for kind in KNOWN_TO_A_NEWCOMER:
            for record in kinds.get(kind, ()):
                newcomer.add(norm, record, kind, weak=record not in known.firm[norm][kind])
    return newcomer


def score_report(draft: Draft, document: Document, known: Known) -> Iterator[Score]:
    """Speakers, posts, employers, paragraphs of each, symbols and figures of the moderator's report."""
    curated = {row["id"]: row for row in read_seeds(REPORT, "participations")}
    drafted = {row.id: row.cells for row in draft.of("participations")}
    cited_only = {row.cells["record_id"] for row in draft.of("citations")} & curated.keys()
    drafted |= {name: curated[name] for name in cited_only}
    for name, column in (("people and roles", "role"), ("countries", "country_id"), ("honorifics", "honorific")):
        yield Score(name, _by_name(drafted, column), _by_name(curated, column))
    yield from _score_posts(draft, drafted, curated)
    yield _score_paragraphs(draft, drafted, curated)
    yield _score_symbols(document, known)
    yield Score("figures", _figures(row.cells for row in draft.of("figures")), _figures(read_seeds(REPORT, "figures")))


def _by_name(rows: dict[str, dict[str, str]], column: str) -> Facts:
    pairs = ((row.get("name_as_recorded", ""), row.get(column, "")) for row in rows.values())
    return Counter((name, cell) for name, cell in pairs if cell)


def _score_posts(
    draft: Draft, drafted: dict[str, dict[str, str]], curated: dict[str, dict[str, str]]
) -> Iterator[Score]:
    """The post as printed, and where it is printed with its employer, each with the person's name."""
    curated_posts = {row["id"]: row for row in read_seeds(REPORT, "affiliations")}
    posts = {row.id: row.cells for row in draft.of("affiliations")}
    posts |= {row.cells["record_id"]: curated_posts[row.cells["record_id"]] for row in draft.of("citations")
              if row.cells["record_id"] in curated_posts}  # fmt: skip
    places = {row.cells["record_id"]: row.cells["locator"] for row in draft.of("citations")}
    curated_places = {row["record_id"]: row["locator"] for row in read_seeds(REPORT, "citations")}
    names = {row["speaker_id"]: row["name_as_recorded"] for row in curated.values() if row["speaker_id"]}
    own_names = {row["speaker_id"]: row["name_as_recorded"] for row in drafted.values() if row.get("speaker_id")}
    yield Score(
        "posts",
        Counter((own_names[row["speaker_id"]], fold(row["position_fr"])) for row in posts.values()),
        Counter((names[row["speaker_id"]], fold(row["position_fr"])) for row in curated_posts.values()),
    )
    yield Score(
        "employers (note, head of the name)",
        Counter((own_names[row["speaker_id"]], places[key], _employer(draft, row)) for key, row in posts.items()),
        Counter(
            (names[row["speaker_id"]], curated_places[key], _curated_employer(row))
            for key, row in curated_posts.items()
        ),
    )


def _employer(draft: Draft, row: dict[str, str]) -> str:
    """The first words of the employer's printed name; of one that was known, its curated name."""
    body = draft.find("organisations", [row["organisation_id"]])
    return _head(body.cells["name_fr"]) if body else _curated_employer(row)


def _curated_employer(row: dict[str, str]) -> str:
    body = read_reference("organisations")[row["organisation_id"]]
    return _head(body["name_fr"])


def _head(name: str) -> str:
    return " ".join(fold(name).split()[:1])


def _score_paragraphs(draft: Draft, drafted: dict[str, dict[str, str]], curated: dict[str, dict[str, str]]) -> Score:
    """(paragraph, person) of everything that is said by somebody who is named."""
    links = [(row.cells["statement_id"], row.cells["participation_id"]) for row in draft.of("statement_participations")]
    places = {row.id: row.place for row in draft.of("statements")}
    curated_places: dict[str, set[str]] = {}
    for row in read_seeds(REPORT, "citations"):
        curated_places.setdefault(row["record_id"], set()).add(row["locator"])
    curated_links = [
        (place, curated[row["participation_id"]]["name_as_recorded"])
        for row in read_seeds(REPORT, "statement_participations")
        for place in curated_places[row["statement_id"]]
    ]
    proposed = {(places[statement], drafted[who]["name_as_recorded"]) for statement, who in links}
    return Score("paragraphs of each", Counter(proposed), Counter(set(curated_links)))


def _score_symbols(document: Document, known: Known) -> Score:
    """Symbols in the text, against those that are curated for what the document mentions and that stand in it."""
    proposed = {
        (fold(symbol.printed),) for passage in document.passages for symbol in find_symbols(passage.text, known)
    }
    text = f" {fold(' '.join(passage.text for passage in document.passages))} "
    with (resource("seeds") / "reference" / "identifiers.csv").open(encoding="utf-8", newline="") as file:
        values = [row["value"] for row in csv.DictReader(file) if row["scheme"] not in ("url", "wikidata")]
    forms = {fold(form) for value in values for form in (value, value.replace("IEC", "CEI"))}
    standing = {(form,) for form in forms if any(letter.isdigit() for letter in form) and f" {form} " in text}
    curated = {
        form for form in standing if not any(form != other and f" {form[0]} " in f" {other[0]} " for other in standing)
    }
    return Score("symbols", Counter(proposed), Counter(curated))


def _figures(rows: Iterable[dict[str, str]]) -> Facts:
    return Counter((row["comparator"], f"{float(row['value']):g}", row["unit"]) for row in rows)


def tell(scores: Iterable[Score]) -> None:
    """Precision and recall, a line each, and under it what differs."""
    for score in scores:
        print(
            f"  {score.name:36} precision {score.precision:5.3f}  recall {score.recall:5.3f}"
            f"  ({score.curated.total()} curated)"
        )
        for fact in score.proposed - score.curated:
            print(f"      proposed only: {' | '.join(fact)}")
        for fact in score.curated - score.proposed:
            print(f"      curated only:  {' | '.join(fact)}")


def compare_resolutions(folders: list[Path]) -> None:
    """Paragraph numbers and verb classes of each resolution in both languages, and against the curated verbs."""
    paragraphs = classes = same_verbs = curated_verbs = 0
    for folder in sorted((resource("seeds") / "sources").glob("a-res-*-en")):
        pair = []
        for lang in ("en", "fr"):
            source = read_seeds(f"{folder.name[:-3]}-{lang}", "sources")[0]
            path = find_document(folders, source["sha256"])
            pair.append(read_openings(path, lang) if path else {})
        english, french = pair
        if not (english and french):
            print(f"  {folder.name[:-3]}: the documents are not there")
            continue
        for place in english.keys() ^ french.keys():
            print(f"  {folder.name[:-3]} {place}: in one language only")
        for place in english.keys() & french.keys():
            paragraphs += 1
            first, second = english[place], french[place]
            alike = CLASS_OF.get(first[0]) == CLASS_OF.get(second[0])
            classes += alike
            if not alike:
                print(f"  {folder.name[:-3]} {place}: {first[1]!r} ({first[0]}), {second[1]!r} ({second[0]})")
        verbs = {row["id"]: row["verb"] for row in read_seeds(folder.name, "statements")}
        for row in read_seeds(folder.name, "citations"):
            if row["locator"] in english and (verb := verbs.get(row["record_id"])):
                curated_verbs += 1
                same_verbs += verb == english[row["locator"]][0]
                if verb != english[row["locator"]][0]:
                    print(f"  {row['record_id']}: {english[row['locator']][1]!r} is curated as {verb}")
    print(
        f"  {paragraphs} paragraphs in both languages, {classes} of one class;"
        f" English verbs as curated: {same_verbs} of {curated_verbs}"
    )


def score_steps(folders: list[Path], newcomer: Known) -> Iterator[Score]:
    """Adoption, sponsors and votes of the resolutions, against the curated steps and roll calls."""
    steps: Facts = Counter()
    curated: Facts = Counter()
    measures = set()
    for folder in sorted((resource("seeds") / "sources").glob("a-res-*-en")):
        path = find_document(folders, read_seeds(folder.name, "sources")[0]["sha256"])
        if path:
            draft = draft_resolution(read_document(path), newcomer, path=path)
            measures |= {row.id for row in draft.of("measures")}
            steps.update(_step(row.cells) for row in draft.of("measure_events"))
    for path in sorted((resource("seeds") / "sources").glob("*/measure_events.csv")):
        rows = read_seeds(path.parent.name, "measure_events")
        curated.update(_step(row) for row in rows if row["measure_id"] in measures and row["type"] in STEPS)
    yield Score("steps of resolutions (State, day)", steps, curated)


STEPS = ("adopted", "introduced", "co_sponsored")


def _step(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in ("measure_id", "type", "country_id", "event_date"))


def read_openings(path: Path, lang: str) -> dict[str, tuple[str, str]]:
    """(verb, as printed) of each paragraph by its place; a part of a list has that of its head."""
    openings: dict[str, tuple[str, str]] = {}
    for passage in read_document(path).passages:
        if not (place := PARAGRAPH.fullmatch(passage.place)):
            continue
        opening = find_opening(passage.text, lang) if not place["letters"] else None
        above = openings.get(passage.place.rpartition(" (")[0], ("", ""))
        openings.setdefault(passage.place, (opening.verb, opening.printed) if opening else above)
    return openings


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=Path, action="append", required=True, help="a folder that has documents")
    folders = parser.parse_args().documents
    connection, _ = load_seeds([resource("seeds")])
    known = read_known(connection)
    path = find_document(folders, read_seeds(REPORT, "sources")[0]["sha256"])
    if path:
        document = read_document(path)
        for title, names in (
            ("with the names of the database", known),
            ("with countries and forums alone", as_newcomer(known)),
        ):
            print(f"moderator's report, {title}")
            tell(score_report(draft_report(document, names), document, names))
    print("resolutions")
    tell(score_steps(folders, as_newcomer(known)))
    compare_resolutions(folders)


if __name__ == "__main__":
    main()
