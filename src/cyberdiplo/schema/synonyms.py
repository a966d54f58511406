"""What else people call the codes of the closed vocabularies when they ask for them."""

from __future__ import annotations

from cyberdiplo.schema.nouns import NOUNS

# Shown nowhere, and no other code of its vocabulary is called so.
SYNONYMS: dict[str, dict[str, tuple[str, ...]]] = {
    "records.kind": {noun.kind: noun.synonyms for noun in NOUNS if noun.synonyms},
    "processes.status": {
        "active": ("actif", "ongoing"),
        "concluded": ("terminé", "conclu", "closed", "ended"),
    },
    "measures.force": {
        "binding": ("obligatoire", "contraignant", "mandatory", "juridiquement contraignant", "legally binding"),
        "voluntary": ("non contraignant", "non-binding", "facultatif"),
    },
    "measures.status": {
        "proposed": ("projet", "draft"),
        "in_force": ("applicable", "en application"),
        "replaced": ("abrogé", "repealed"),
    },
    "roll_calls.stage": {
        "committee": ("commission", "committee"),
        "plenary": ("plénière", "plenary"),
    },
    "votes.vote": {
        "yes": ("oui", "for", "favour", "in favour"),
        "no": ("non", "against"),
        "abstain": ("abstained", "abstaining", "s'abstient"),
        "absent": ("absence", "n'a pas voté", "did not vote", "non-voting"),
    },
    "statements.stance": {
        "supports": ("pour", "favorable", "for", "in favour"),
        "opposes": ("contre", "défavorable", "against"),
    },
    "stances.asked": {
        "supports": ("pour", "favorable", "for", "in favour"),
        "opposes": ("défavorable",),
    },
}
