"""How sure each rule of the readers is, and why not: the one place that decides what a reviewer sees marked.

A rule is sure where it was right in at least 23 of 24 places of the texts that were labelled; one that fired in none of
them is not, however well it looks. ``noted`` and ``in_note`` were right in the curated report alone (twelve people
each). Several rules make one cell: it is as sure as the least sure of them. What a reviewer reads is the reason of the
first that is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.messages import later, tr

if TYPE_CHECKING:
    from cyberdiplo.drafts.proposal import Row

# What stands beside a cell that a rule of the second table made.
NO_ADDRESS = later("a name without a form of address")
NO_BRACKETS = later("introduced without brackets or footnote")
ONLY_LED = later("nobody is named here: whoever led")
NO_BORDER = later("the words do not show where the post ends and the body begins")

# Rules that have proved themselves.
SURE = frozenset(
    [
        # how somebody comes in
        *("turn", "led", "delivered", "announced", "opens"),
        # what shows that a name is one
        *("addressed", "bracketed", "noted", "post_line"),
        # States that speak
        *("delegation_told", "delegation_turn"),
        # whose a paragraph is
        *("turn_of", "statement_of", "named_here", "same_paragraph"),
        # where a post stands, and where its body begins
        *("in_note", "in_brackets", "own_line", "body_on_line", "body_last"),
        # figures
        *("percent", "counted"),
    ]
)
# Rules that have not, and why.
UNSURE = {
    "listed": later("a list names the people, and no verb says of each that they speak"),
    "led_together": later("several people are said to have led, or one after the other"),
    "said_by": later("behind « remarks by » or such words"),
    "behind_verb": later("the name stands behind the verb"),
    "by_post": NO_BRACKETS,
    "by_office": later("by the post alone, which somebody has whom the document names elsewhere"),
    "family_name": later("the family name alone is printed"),
    "post_behind": NO_BRACKETS,
    "post_before": NO_BRACKETS,
    "bare": NO_ADDRESS,
    "capitals": later("in capitals, as others are who are named in the text"),
    "delegation_bare": later("a State named at the head of the sentence"),
    "delegation_in_view": later("a State in whose view something is"),
    "delegation_by_post": later("a State by the post of somebody whom the sentence does not name"),
    "delegation_terse": later("a State by the few words of a telegram"),
    "delegation_seconding": later("a State behind « by », with what it supported or said"),
    "delegation_title": later("a State named in the title"),
    "delegation_own_words": later("by the text's own words: a State that says something of itself"),
    "told_above": later("a sentence above the speech says whose it is"),
    "delegation_example": later("a State named as one of those that spoke"),
    "repeated": later("a bare name that comes again"),
    "headed": later("who led a delegation, and may have said nothing"),
    "signed": later("a name at the foot of the text"),
    "by_address": later("by the form of address: which post of the State it is stands nowhere else"),
    "state_of_document": later("the State is the one whose the whole text is"),
    "carried": later("nobody is named here: whoever spoke before"),
    "pronoun": later("nobody is named here but by « he », « she » or the office: whoever spoke before"),
    "section_of_leader": ONLY_LED,
    "said_by_leader": ONLY_LED,
    "of_unsure_speaker": later("whoever speaks is not sure themselves"),
    "voice_unsaid": later("who speaks is not said at the beginning"),
    "turn_odd": later("it may be another turn: it begins as one does"),
    "unnamed": later("the document names nobody"),
    "behind_comma": later("the post stands between commas"),
    "before_name": later("the post stands before the name"),
    "own_words": later("by the person's own words"),
    "body_known": later("the body is the one of that name, and may be another of the same words"),
    "body_capitals": NO_BORDER,
    "body_beside": NO_BORDER,
    "body_alone": NO_BORDER,
    "body_within": NO_BORDER,
    "body_of_state": later("which body of the State it is the post does not say"),
    "body_several": NO_BORDER,
    "body_cut": NO_BORDER,
    "no_office": later("the words for the post have no word for an office"),
    "money": later("an amount of money, whose scale or currency may be another"),
    "scaled": later("a number with its scale in words"),
    "in_words": later("the number is written in words"),
    "share": later("a share in words"),
    "counted_other": later("what is counted is no word that is known"),
    "multiple": later("a multiple in words"),
}


def is_sure(*rules: str) -> bool:
    """Whether every one of these rules has proved itself."""
    return all(rule in SURE for rule in rules)


def tell_doubt(*rules: str) -> str:
    """Why what these rules made together is not sure; empty where it is."""
    return next((tr(UNSURE[rule]) for rule in rules if rule not in SURE), "")


def mark(row: Row, column: str, *rules: str) -> None:
    """Say by which rules a cell (under "" the whole row) was made, with the doubt where one of them is not sure."""
    row.rules[column] = rules
    if doubt := tell_doubt(*rules):
        row.doubts.setdefault(column, doubt)
