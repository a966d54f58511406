"""The coded words of the schema: closed ones, on which the program branches, and open ones, which are tables.

A code is what the tables, seed files and machine formats hold and never changes; a label is what a reader sees. The
closed vocabularies stand here, and the tables' CHECK constraints are made from their keys. An open one is a table with
a row for each code, filled from ``seeds/vocabularies`` and from users' own folders; see ``store.words``.
"""

from __future__ import annotations

from collections.abc import Mapping

from cyberdiplo.schema.nouns import NOUNS

Labels = dict[str, tuple[str, str]]  # code: (French, English)

STANCES: Labels = {
    "supports": ("soutient", "supports"),
    "opposes": ("s'oppose à", "opposes"),
    "criticises": ("critique", "criticises"),
    "neutral": ("ne prend pas parti sur", "takes no side on"),
    "mixed": ("soutient et critique à la fois", "both supports and criticises"),
}
CLOSED: dict[str, Labels] = {
    "records.kind": {noun.kind: noun.label for noun in NOUNS},
    "countries.type": {
        "state": ("État", "State"),
        "union": ("union d'États", "union of States"),
        "territory": ("territoire", "territory"),
        "former_state": ("ancien État", "former State"),
    },
    "processes.status": {
        "proposed": ("en projet", "proposed"),
        "active": ("en cours", "active"),
        "concluded": ("à son terme", "concluded"),
        "superseded": ("a cédé la place à un autre", "superseded"),
        "suspended": ("en suspens", "suspended"),
        "unknown": ("non connu", "unknown"),
    },
    "meetings.status": {
        "held": ("a eu lieu", "held"),
        "postponed": ("a été reportée", "postponed"),
        "cancelled": ("a été annulée", "cancelled"),
        "planned": ("au calendrier", "planned"),
        "unknown": ("non connu", "unknown"),
    },
    "date_note": {
        "inferred": ("déduite", "inferred"),
        "approximate": ("approximative", "approximate"),
        "uncertain": ("incertaine", "uncertain"),
    },
    "measures.force": {
        "binding": ("force obligatoire", "binding"),
        "voluntary": ("application volontaire", "voluntary"),
        "unknown": ("non connue", "not known"),
    },
    "measures.status": {
        "announced": ("annoncé", "announced"),
        "proposed": ("en projet", "proposed"),
        "adopted": ("adopté", "adopted"),
        "in_force": ("en vigueur", "in force"),
        "under_review": ("en révision", "under review"),
        "withdrawn": ("retiré", "withdrawn"),
        "replaced": ("remplacé", "replaced"),
        "unknown": ("non connu", "not known"),
    },
    "roll_calls.stage": {
        "committee": ("en commission", "in committee"),
        "plenary": ("en séance plénière", "in plenary"),
    },
    "votes.vote": {
        "yes": ("pour", "in favour"),
        "no": ("contre", "against"),
        "abstain": ("abstention", "abstention"),
        "absent": ("pas de vote", "did not vote"),
    },
    "statements.attribution": {
        "individual": ("individuelle", "individual"),
        "joint": ("conjointe", "joint"),
        "collective": ("collective", "collective"),
        "moderator": ("modération", "moderator"),
        "document": ("document", "document"),
        "press": ("presse", "press"),
    },
    "statements.reporting": {
        "quoted": ("cité", "quoted"),
        "reported": ("rapporté", "reported"),
        "summarised": ("résumé", "summarised"),
    },
    "statements.stance": STANCES,
    "figures.comparator": {
        "eq": ("", ""),
        "approx": ("environ", "about"),
        "gt": ("plus de", "more than"),
        "ge": ("au moins", "at least"),
        "lt": ("moins de", "less than"),
        "le": ("au plus", "at most"),
        "range": ("de … à …", "from … to …"),
    },
    "citations.support": {
        "states": ("l'énonce", "states it"),
        "vaguer": ("l'énonce moins précisément", "states it less precisely"),
        "implies": ("l'implique", "implies it"),
        "contradicts": ("le contredit", "contradicts it"),
    },
    "citations.confidence": {
        "high": ("élevée", "high"),
        "medium": ("moyenne", "medium"),
    },
    "rosters.list": {
        "members": ("membres", "members"),
        "observers": ("observateurs", "observers"),
        "parties": ("parties", "parties"),
        "signatories": ("signataires", "signatories"),
        "supporters": ("soutiens", "supporters"),
        "sponsors": ("auteurs", "sponsors"),
        "participants": ("participants", "participants"),
    },
    # no column of a table: what answers are made of
    "timeline.kind": {
        "meeting": ("réunion", "meeting"),
        "measure": ("mesure", "measure"),
        "process": ("processus", "process"),
    },
    "stances.asked": {**STANCES, "against": ("contre", "against")},  # opposed or critical
    "plans.outcome": {
        "not_recorded": ("au calendrier, suite non connue ici", "planned, outcome not recorded"),
    },
    "freshness.what": {
        "plan": ("date prévue", "planned day"),
        "list": ("liste", "list"),
    },
    "timeline.step": {
        "begins": ("début", "begins"),
        "ends": ("fin", "ends"),
    },
    "compared.kind": {
        "vote": ("vote", "vote"),
        "support": ("soutien", "support"),
        "statement": ("déclaration", "statement"),
        "measure": ("mesure", "measure"),
    },
    "questions.origin": {
        "shipped": ("fournie", "shipped"),
        "own": ("la vôtre", "your own"),
    },
    "statements.link": {
        "says": ("y figure", "stands in it"),
        "stance": ("prend position", "takes a stance on it"),
        "names": ("en parle", "speaks of it"),
    },
    "statements.side": {
        "by": ("de sa part", "by it"),
        "about": ("à son sujet", "about it"),
    },
    # no column of a table: what ``verify`` finds
    "verify.document": {
        "found": ("trouvé", "found"),
        "missing": ("absent du dossier", "not in the folder"),
        "other_edition": ("autre édition", "another edition"),
        "unreadable": ("illisible", "cannot be read"),
    },
    "verify.result": {
        "found": ("trouvé", "found"),
        "place": ("endroit trouvé", "place found"),
        "elsewhere": ("se trouve ailleurs", "stands elsewhere"),
        "several": ("plusieurs fois", "several times"),
        "not_found": ("introuvable", "not found"),
        "no_place": ("endroit inexistant", "no such place"),
        "wrong_note": ("note d'une autre personne", "another person's footnote"),
    },
}


# Open vocabularies: what they are the words of, and the table that has them.
OPEN: dict[str, str] = {
    "organisations.type": "organisation_types",
    "forums.type": "forum_types",
    "processes.type": "process_types",
    "meetings.type": "meeting_types",
    "participations.role": "participation_roles",
    "participations.capacity": "capacities",
    "measures.type": "measure_types",
    "measure_events.type": "step_types",
    "measure_events.method": "adoption_methods",
    "statements.type": "statement_types",
    "figures.unit": "units",
    "relations.predicate": "predicates",
    "memberships.role": "membership_roles",
    "names.type": "name_types",
    "identifiers.scheme": "identifier_schemes",
    "sources.type": "source_types",
    "sources.record_type": "record_types",
    "languages": "languages",
    "participations.form": "intervention_forms",
    "statements.verb": "verbs",
}
DOMAINS = frozenset([*CLOSED, *OPEN])


# What a measure's status is after an event of this type; other events leave it as it was.
STATUS_AFTER: dict[str, str] = {
    "announced": "announced",
    "proposed": "proposed",
    "introduced": "proposed",
    "adopted": "adopted",
    "signed": "adopted",
    "opened_for_signature": "adopted",
    "entered_into_force": "in_force",
    "applied": "in_force",
    "launched": "in_force",
    "reviewed": "under_review",
    "withdrawn": "withdrawn",
    "replaced": "replaced",
}


def label(domain: str, code: str | None, lang: str) -> str:
    """The word for a code of a closed vocabulary in ``lang`` ("fr" or "en")."""
    return "" if code is None else choose_label(CLOSED[domain], code, lang)


def choose_label(labels: Mapping[str, tuple[str, str]], code: str, lang: str) -> str:
    """The word for ``code`` in ``lang`` ("fr" or "en"); a code that has none is shown as it is."""
    both = labels.get(code)
    return code if both is None else both[0 if lang == "fr" else 1]
