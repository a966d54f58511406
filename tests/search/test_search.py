"""Search: what a query must find, whatever its accents, case, apostrophes, inflection and signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies

from cyberdiplo.errors import BadUsage
from cyberdiplo.questions.values import find_forums
from cyberdiplo.result import MATCH, Window
from cyberdiplo.search.search import COLUMNS, search
from cyberdiplo.search.snippet import find_snippet
from cyberdiplo.search.stems import end_alike, find_keys
from cyberdiplo.search.terms import Term, find_whole_names, read_terms
from cyberdiplo.search.types import EXACT
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading

FOUND_WITHIN = 10  # hits that a reader looks at


def ids(database: Reading, typed: str, most: int = FOUND_WITHIN, **more: Any) -> list[str]:
    found = search(database, typed, window=Window(limit=most), **more)
    return [row[1] for row in found.result.rows]


@pytest.mark.parametrize(
    "alike",
    [
        ("coopération", "cooperation", "COOPÉRATION", "coope\u0301ration"),
        ("l'industrie", "l’industrie", "industrie", "L'Industrie"),
        ("d'experts", "experts", "d’expert"),
        ("œuvre", "oeuvre", "Œuvres"),
        ("norme", "normes"),
        ("notifier", "notifié", "notifie"),
        ("regulation", "regulations"),
        ("behaviour", "behavior"),
        ('"sécurité nationale"', "«sécurité nationale»", '"securites nationales"'),
        ("Members'", "member"),
        ("China's", "china"),
    ],
    ids=lambda alike: alike[0],
)
def test_spelling_that_does_not_matter_changes_nothing(database: Reading, alike: tuple[str, ...]) -> None:
    first, *others = ({*ids(database, typed, 1000)} for typed in alike)
    assert first
    assert all(other == first for other in others)


def test_a_phrase_is_narrower_than_its_words(database: Reading) -> None:
    phrase, words = ({*ids(database, typed, 1000)} for typed in ('"cadre international"', "cadre international"))
    assert phrase < words


def test_what_is_not_wanted_is_not_there(database: Reading) -> None:
    with_, without, both = ({*ids(database, typed, 1000)} for typed in ("norme", "norme -chine", "norme chine"))
    assert without == with_ - both
    assert without
    assert both


def test_a_beginning_finds_all_that_begins_so(database: Reading) -> None:
    assert {*ids(database, '"cybercriminalité"', 5000)} < {*ids(database, "cyber*", 5000)}
    assert ids(database, "cyber*", 1000) == ids(database, "CYBER*", 1000)


def test_a_kind_narrows_the_answer(database: Reading) -> None:
    found = search(database, "cybersécurité", kinds=["organisation"]).result
    assert {row[0] for row in found.rows} == {"organisation"}


def test_a_forum_narrows_the_answer_to_what_belongs_to_it(database: Reading) -> None:
    there = [*search(database, "norme", forums=find_forums(database, ["OMC"])).result.rows]
    assert "otc-2023-026" in [row[1] for row in there]
    assert not [row[1] for row in there if row[1].startswith(("un-oewg-text", "afp"))]
    assert ids(database, "OTC", 1, forums=find_forums(database, ["AGNU"])) != ["wto-tbt"]


def first(database: Reading, typed: str) -> tuple[Any, ...]:
    return next(iter(search(database, typed).result.rows))


@pytest.mark.parametrize("typed", ["qu'il", "il", "de", "la de", "and", "d'un", "les ps"])
def test_a_little_word_is_no_code_of_a_country(database: Reading, typed: str) -> None:
    assert all(row[6] < EXACT for row in search(database, typed).result.rows)


@pytest.mark.parametrize(
    ("typed", "country"), [("IL", "ISR"), ("DE", "DEU"), ("fr", "FRA"), ("l'IL", "ISR"), ("fra", "FRA"), ("AND", "AND")]
)
def test_a_code_in_capitals_or_by_itself_is_one(database: Reading, typed: str, country: str) -> None:
    assert first(database, typed)[1] == country


@pytest.mark.parametrize("typed", ["OTC", "otc", "l'otc", "tbt"])
def test_the_case_of_a_longer_acronym_does_not_matter(database: Reading, typed: str) -> None:
    assert first(database, typed)[1] == "wto-tbt"


def test_where_a_statement_was_made_is_found_beside_its_words(database: Reading) -> None:
    """Though it says neither, as the same words without the place and --forum find it."""
    for typed in ("OTC norme", "TBT norme", "l'OTC normes", "OMC norme", "norme otc"):
        there = [*search(database, "norme", kinds=["statement"], forums=find_forums(database, ["OTC"])).result.rows]
        assert {row[1] for row in there} <= {*ids(database, typed, 1000)}


def test_naming_a_place_loses_nothing_that_has_the_words(database: Reading) -> None:
    every = {*ids(database, '"OTC" comité', 1000)}
    with_words = search(database, "comité OTC*").result  # only begun: no name of a forum
    assert {row[1] for row in with_words.rows} <= every
    assert len(every) > 1


def test_a_place_that_is_not_wanted_is_none(database: Reading) -> None:
    assert "otc-2023-037" in ids(database, "rançongiciels -OTC", 1000)


def test_what_was_said_elsewhere_is_not_found_by_a_place(database: Reading) -> None:
    assert search(database, "TBT ransomware").notices == []
    assert any("some of them" in note for note in search(database, "OSCE ransomware").notices)


def test_a_place_counts_in_pages_and_in_the_number_of_hits(database: Reading) -> None:
    every = ids(database, "OTC norme", 1000)
    found = search(database, "OTC norme", window=Window(limit=4, offset=2))
    assert [row[1] for row in found.result.rows] == every[2:6]
    assert found.count == len(every) == len({*every})


def test_a_word_that_is_nearly_one_is_told_with_its_accents(database: Reading) -> None:
    found = search(database, "cooperatoin", lang="fr")
    assert found.notices == ["«\u00a0cooperatoin\u00a0» est introuvable\u00a0; compris comme coopération"]
    assert list(found.result.rows) == list(search(database, "coopération", lang="fr").result.rows) != []


def test_words_that_stand_nowhere_together_are_told(database: Reading) -> None:
    found = search(database, "R&D")
    assert (list(found.result.rows), found.notices) == ([], ["'R&D' was not found"])


def test_a_name_that_is_nearly_one_is_found(database: Reading) -> None:
    found = search(database, "rinkevicss")
    assert found.notices == ["'rinkevicss' was not found; searched for Rinkēvičs instead"]
    assert "rinkevics-edgars" in [row[1] for row in found.result.rows]
    assert ids(database, "ledrian", 1) == ["le-drian-jean-yves"]  # two words of his name, as one


@pytest.mark.parametrize(
    "asked",
    [
        "qui a parlé de rançongiciels ?",
        "qui a parlé de fuites et de rançongiciels ?",
        "Who spoke about internal data leaks?",
    ],
)
def test_who_asks_what_was_said_gets_statements_and_not_who_is_called_so(database: Reading, asked: str) -> None:
    assert ids(database, asked, 1) == ["otc-2023-037"]


def test_statements_come_before_names_for_a_question_only(database: Reading) -> None:
    kinds = [row[0] for row in search(database, "What was said on ransomware?").result.rows]
    said = kinds.count("statement")
    assert kinds[:said] == ["statement"] * said
    assert 0 < said < len(kinds)
    assert next(iter(search(database, "ransomware").result.rows))[0] != "statement"


def test_each_hit_says_why_and_where(database: Reading) -> None:
    found = search(database, "rançongiciels fuites", kinds=["statement"], lang="fr").result
    row = dict(zip(found.columns, next(iter(found.rows)), strict=True))
    assert tuple(row) == COLUMNS
    assert "**rançongiciels**" in row["snippet"]
    assert (row["source"], row["locator"]) == ("wto-tbt-cyber-2023", "par. 3.3")
    assert row["name"].startswith("Nandini Jolly, OTC")


def test_the_snippet_is_in_the_asked_language_where_it_can_be(database: Reading) -> None:
    typed = "cybersecurity cybersécurité"
    answers = [search(database, typed, kinds=["statement"], lang=lang).result for lang in ("fr", "en")]
    french, english = (next(iter(answer.rows)) for answer in answers)
    assert french[1] == english[1]
    assert "cybersécurité" in french[3]
    assert "cybersecurity" in english[3]


def test_a_page_is_a_part_of_the_whole_list(database: Reading) -> None:
    every = ids(database, "OTC", 1000)
    assert [row[1] for row in search(database, "OTC", window=Window(limit=5, offset=3)).result.rows] == every[3:8]
    assert len(every) == len({*every})


def test_columns_and_order_are_as_asked(database: Reading) -> None:
    found = search(database, "norme", window=Window(columns=["id", "kind"], sort=["-id"], limit=4)).result
    rows = [*found.rows]
    assert found.columns == ["id", "kind"]
    assert [row[0] for row in rows] == sorted((row[0] for row in rows), reverse=True)


def test_some_of_the_words_are_better_than_nothing_and_it_says_so(database: Reading) -> None:
    found = search(database, "Polverino zzyzx cybersecurty")
    assert next(iter(found.result.rows))[1] == "polverino-fabio"
    assert any("cybersecurity" in note for note in found.notices)
    assert any("some of them" in note for note in found.notices)


@pytest.mark.parametrize(
    "typed",
    ["l'OTC", "3.10", "non-limitée", "AND", "NEAR(", '"', '""', "*", "-", "-x", "a* -b", "'", ";--", "{fr}: x", "^a",
     "\0", "(", "\ud800", "%s", "œ*", '"a b*"', "٣", "中文", "e\u0301", "-" * 500, "a " * 500, '" - *' * 20],
)  # fmt: skip
def test_nothing_that_is_typed_is_an_error(database: Reading, typed: str) -> None:
    assert isinstance(ids(database, typed), list)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strategies.text(min_size=1) | strategies.text(alphabet="abé œ'’\"*-+:(){}^.,/ANDORT«»", min_size=1))
def test_no_text_at_all_is_an_error(database: Reading, typed: str) -> None:
    if typed.strip():
        assert isinstance(ids(database, typed), list)
    else:
        with pytest.raises(BadUsage):
            ids(database, typed)


def test_what_was_typed_is_read_as_people_mean_it() -> None:
    assert read_terms("l'accord de Paris") == [Term(("accord",)), Term(("paris",))]
    assert read_terms('"mise en œuvre" -loi norm*') == [
        Term(("mise", "en", "oeuvre"), quoted=True), Term(("loi",), positive=False), Term(("norm",), prefix=True)
    ]  # fmt: skip
    assert read_terms("non-limitée") == [Term(("non", "limitee"))]
    assert read_terms("le") == [Term(("le",))]
    assert find_whole_names("la France") == ["la France", "France"]
    assert find_whole_names("a -b") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("norme", "normes"), ("notifier", "notifie"), ("regulation", "regulations"), ("capacite", "capacites"),
     ("cooperer", "cooperation"), ("policy", "policies"), ("adopte", "adoptees"), ("localisation", "localization")],
)  # fmt: skip
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert find_keys(one) & find_keys(other)


@pytest.mark.parametrize(("one", "other"), [("norme", "normale"), ("otc", "omc"), ("un", "une"), ("etat", "etape")])
def test_other_words_are_not(one: str, other: str) -> None:
    assert not find_keys(one) & find_keys(other)


@pytest.mark.parametrize(
    ("word", "other"),
    [("parle", "parlement"), ("state", "statement"), ("chiffre", "chiffrement"), ("import", "important"),
     ("depart", "department"), ("reponse", "responsable")],
)  # fmt: skip
def test_words_that_share_a_stem_by_chance_are_not_one(word: str, other: str) -> None:
    assert not find_keys(word) & find_keys(other)


def test_who_speaks_finds_no_parliament(database: Reading) -> None:
    assert not any("folketing" in record_id or "parl" in record_id for record_id in ids(database, "qui a parlé ?", 50))


@pytest.mark.parametrize(
    "alike",
    [
        ("cybersecurity", "cyber-security", "cyber security"),
        ("cybersécurité", "cyber-sécurité", "cyber sécurité"),
        ("ecommerce", "e-commerce", "e commerce"),
        ("multistakeholder", "multi-stakeholder", "multi stakeholder"),
        ("cybercrime", "cyber-crime", "cyber crime"),
        ("cyberattaque", "cyber-attaque", "cyber attaque"),
    ],
    ids=lambda alike: alike[0],
)
def test_a_word_written_together_with_a_hyphen_or_apart_is_one(database: Reading, alike: tuple[str, ...]) -> None:
    first, *others = ({*ids(database, typed, 5000)} for typed in alike)
    assert len(first) > 3
    assert all(other == first for other in others)


@pytest.mark.parametrize(
    "alike",
    [
        ("chiffrement", "cryptage", "encryption"),
        ("conduite responsable", "comportement responsable", "responsible behaviour"),
        ("RGPD", "GDPR"),
        ("cyberattaque", "attaque informatique", "cyberattack"),
        ("rançongiciel", "ransomware"),
        ("infrastructures critiques", "infrastructures essentielles", "critical infrastructure"),
    ],
    ids=lambda alike: alike[0],
)
def test_what_has_one_term_of_art_is_found_by_each_that_means_the_same(
    database: Reading, alike: tuple[str, ...]
) -> None:
    """In whichever language: one text may have only one of them."""
    having = {record_id for term in alike for record_id in ids(database, f'"{term}"', 5000)}
    assert having
    for term in alike:
        assert having <= {*ids(database, term, 5000)}


def test_what_stands_in_quotes_is_not_widened(database: Reading) -> None:
    assert {*ids(database, '"cryptage"', 1000)} < {*ids(database, "cryptage", 1000)}


def test_a_term_is_shown_in_the_language_that_was_asked(database: Reading) -> None:
    for typed in ("chiffrement", "encryption"):
        for lang, word in (("fr", "cryptage"), ("en", "encryption")):
            rows = {row[1]: row for row in search(database, typed, lang=lang).result.rows}
            assert word in rows["encryption"][2].casefold()
            snippet = rows["nist-data-encryption-standard"][3].casefold()
            assert word in snippet


@pytest.mark.parametrize("typed", ["UK ransomware", "British ransomware", "rançongiciel britannique", "GBR ransomware"])
def test_a_country_is_found_by_each_of_its_names(database: Reading, typed: str) -> None:
    assert "gbr-sc-2024-06-20-1" in ids(database, typed)


@pytest.mark.parametrize(
    ("text", "word", "snippet"),
    [
        ("राष्ट्रीय साइबर सुरक्षा", "साइबर", "राष्ट्रीय **साइबर** सुरक्षा"),
        ("สำนักงาน ไซเบอร์", "ไซเบอร์", "สำนักงาน **ไซเบอร์**"),
        ("الأمن السيبراني", "السيبراني", "الأمن **السيبراني**"),
        ("l'été à Genève", "geneve", "l'été à **Genève**"),
    ],
)
def test_a_word_is_marked_whole_with_its_vowels(text: str, word: str, snippet: str) -> None:
    assert find_snippet(text, set(fold(word).split()).__contains__).replace(MATCH, "**") == snippet


def test_words_that_are_forms_end_alike(database: Reading) -> None:
    """Without that, forms in the shipped texts would be lost; every fortieth word stands for the rest."""
    words = [str(row[0]) for row in database.execute("select distinct norm from search_words order by norm", {})]
    for word in words[::40]:
        near = [norm for norm in words[:: 1 if len(word) > 4 else 9] if norm[:4] == word[:4]]
        forms = [
            norm for norm in near if len(norm) <= len(word) + 9 and not find_keys(word).isdisjoint(find_keys(norm))
        ]
        assert [norm for norm in forms if not end_alike(norm, word)] == []
