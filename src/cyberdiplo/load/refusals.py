"""From what a database says of a row it refuses to what a person can mend."""

from __future__ import annotations

import re

from cyberdiplo.schema.model import Table, tables
from cyberdiplo.schema.vocabulary import CLOSED, DOMAINS
from cyberdiplo.store.words import read_vocabulary
from cyberdiplo.text.dates import find_fault
from cyberdiplo.text.nearest import did_you_mean, find_nearest

# The rule as its constraint is called (without the table): what is wrong, and what would be right.
MESSAGES: dict[str, tuple[str, str]] = {
    "not_blank": ("a text that must be there is blank", "fill it in."),
    "counts_as_another": ("it counts as itself", "leave counts_as empty, or name the code that it is a sort of."),
    "not_own_parent": ("it is its own parent", "leave parent_id empty, or name another one."),
    "end_not_before_start": ("the end is before the start", "look at both dates."),
    "period_in_order": ("the period ends before it begins", "look at both dates."),
    "place_in_both_languages": ("the place is in one language only", "give place_fr and place_en."),
    "reason_in_both_languages": ("the reason is in one language only", "give date_reason_fr and date_reason_en."),
    "outcome_in_both_languages": ("the outcome is in one language only", "give outcome_fr and outcome_en."),
    "note_in_both_languages": ("the note is in one language only", "give note_fr and note_en."),
    "position_in_both_languages": ("the post is in one language only", "give position_fr and position_en."),
    "attribution_in_both_languages": (
        "the attribution is in one language only",
        "give attribution_text_fr and attribution_text_en.",
    ),
    "inferred_says_why": ("the date is not printed, and no reason is given", "give date_reason_fr and date_reason_en."),
    "dated": ("there is no date at all", "give the start or event date, or attested_on."),
    "one_place": ("it must be in a meeting or in a process, not both and not neither", "give one of the two."),
    "somebody": ("nobody takes part", "give a speaker, an organisation, a country or the name as printed."),
    "state_names_its_state": ("capacity state, but no country", "only who speaks for a country has capacity state."),
    "affiliation_of_speaker": ("there is a post but nobody who holds it", "give speaker_id."),
    "not_with_itself": ("the relation is of a thing with itself", "name two records."),
    "not_of_itself": ("it refers to itself", "name another record."),
    "stance_has_target": ("stance and target go together", "give both or neither."),
    "collective_says_who": ("a collective statement must say whose it is", "give attribution_text_fr, as printed."),
    "sort_from_one": ("sort counts from 1", "give its order in the source."),
    "about_something": ("the figure is about nothing", "give statement_id or subject_id."),
    "range_has_two_ends": ("a range has two ends, anything else has one", "give value_max with comparator range only."),
    "range_in_order": ("the range ends before it begins", "value is the lower end."),
    "percent_of_hundred": ("a percentage is between 0 and 100", "for growth use unit multiple."),
    "locator_says_what": ("the locator is a bare number", "write par. 3.5, note 7, art. 26, line 9."),
    "part_says_what": ("the part is a bare number", "write par. 9, or preamble par. 4."),
    "not_its_own_correction": ("it corrects itself", "name the earlier record of the same vote, or leave it empty."),
    "not_still_its_id": ("it is still the id of the record", "former ids are those that a record has no more."),
    "anchor_is_short": ("the anchor has more than eight words", "eight consecutive words are enough."),
    "mirror_beside_page": ("there is a mirror but no page", "give url as well."),
    "sha256_is_hex": ("this is no SHA-256", "64 digits 0-9 and a-f, as sha256sum prints."),
    "lang_is_tag": ("this is no language tag", "write fr, en, mul or und."),
    "weak_is_flag": ("weak is 0 or 1", "1 where the name fits several records."),
    "alpha2_is_code": ("this is no ISO alpha-2 code", "two capital letters."),
    "m49_is_code": ("this is no M49 code", "three digits."),
    "seats_counted": ("seats counts from 1", "leave it empty where the number is not limited."),
    "id_readable": (
        "an id has small letters, digits and single hyphens; a country's is its ISO alpha-3 code",
        "for example fick-jacqueline, wto-tbt, FRA.",
    ),
}


def explain_refusal(table: Table, message: str, cells: dict[str, str]) -> tuple[str, str, str, str]:
    """(column, rule, what is wrong, what would be right) for one refused row."""
    if match := re.search(r"ck_([a-z0-9_]+)", message):
        of = max((name for name in tables() if match[1].startswith(f"{name}_")), key=len)
        return _explain_check(table, match[1].removeprefix(f"{of}_"), cells)
    if match := re.search(r"NOT NULL constraint failed: \w+\.(\w+)|null value in column \"(\w+)\"", message):
        column = match[1] or match[2]
        hint = f"{table.column(column).doc} {_one_of(table, column).capitalize()}".rstrip()
        return column, "missing", f"{column} is missing", hint
    if match := re.search(r"cannot store TEXT value in (\w+) column \w+\.(\w+)", message):
        return match[2], "number", f"{cells.get(match[2], '')!r} is not a number", "digits, and a point for decimals."
    if match := re.search(r"uq_\w+_fact", message):
        return table.key[0], match[0], "another row already says this", "one fact, one row: take one of them away."
    if match := re.search(r"UNIQUE constraint failed: (\w+)\.(\w+)|Key \((\w+)", message):
        column = match[2] or match[3]
        value = cells.get(column, "")
        return column, "unique", f"{value!r} is already taken", "an id or row is said once, in one folder only."
    return "", "refused", message, ""


def _codes(table: Table, column: str) -> str:
    return table.column(column).codes or f"{table.name}.{column}"


def _one_of(table: Table, column: str) -> str:
    """The codes that a column may have, of an open vocabulary those that ship; empty where it is of none."""
    domain = _codes(table, column)
    return f"one of: {', '.join(read_vocabulary(domain))}." if domain in DOMAINS else ""


def _explain_check(table: Table, rule: str, cells: dict[str, str]) -> tuple[str, str, str, str]:
    if rule.endswith("_known"):
        column = rule.removesuffix("_known")
        value = cells.get(column, "")
        near = did_you_mean(find_nearest(value, CLOSED[_codes(table, column)]))
        return column, rule, f"{value!r} is not a known {column}", near or _one_of(table, column)
    if rule.endswith("_is_date"):
        column = rule.removesuffix("_is_date")
        written = cells.get(column) or ""
        hint = find_fault(written, "en") or "YYYY, YYYY-MM or YYYY-MM-DD, and a real one."
        return column, rule, f"{written!r} is not a date", hint
    if rule.endswith("_is_time"):
        column = rule.removesuffix("_is_time")
        return column, rule, f"{cells.get(column, '')!r} is not a time", "HH:MM in 24 hours."
    message, hint = MESSAGES.get(rule, (f"the rule {rule} is broken", ""))
    column = next((name for name in table.header if rule.startswith(f"{name}_")), "")
    if rule == "id_readable":
        column = "id"
    if rule == "not_blank":
        column = next(
            (c.name for c in table.columns if c.required and not cells.get(c.name, "").strip() and not c.bookkeeping),
            "",
        )
    return column, rule, message, hint
