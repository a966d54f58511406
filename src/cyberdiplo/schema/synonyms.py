"""What else people call the codes of the vocabulary when they ask for them."""

from __future__ import annotations

# Shown nowhere, and no other code of its vocabulary is called so.
SYNONYMS: dict[str, dict[str, tuple[str, ...]]] = {
    "records.kind": {
        "country": ("État", "State"),
        "organisation": ("organization", "organisme", "body"),
        "meeting": ("session", "sitting"),
        "speaker": ("orateur", "intervenant", "people", "personnalité"),
        "topic": ("sujet", "subject"),
        "figure": ("nombre", "number"),
        "roll_call": ("vote", "scrutin", "recorded vote"),
    },
    "organisations.type": {
        "intergovernmental": ("international organisation", "organization intergovernmental", "OIG", "IGO"),
        "standards_body": ("normalisation", "standards developing organization", "SDO"),
        "company": ("société", "firme", "firm", "business"),
        "ngo": ("ONG", "société civile", "civil society"),
        "agency": ("autorité", "authority"),
    },
    "processes.status": {
        "active": ("actif", "ongoing"),
        "concluded": ("terminé", "conclu", "closed", "ended"),
    },
    "participations.role": {
        "chair": ("président", "présidente", "chairman", "chairperson"),
        "co_chair": ("coprésident", "coprésidente"),
        "vice_chair": ("vice-président", "vice-présidente"),
        "moderator": ("modérateur", "modératrice"),
        "speaker": ("oratrice", "intervenant", "intervenante"),
        "panellist": ("panelist", "panéliste"),
        "participant": ("participante",),
        "observer": ("observatrice",),
        "supporter": ("appui",),
    },
    "participations.capacity": {
        "state": ("gouvernement", "government", "secteur public", "public sector", "pays", "country"),
        "intergovernmental": ("organisation internationale", "international organisation", "OIG", "IGO"),
        "standards_body": ("normalisation", "standardisation"),
        "private_sector": ("entreprise", "industrie", "industry", "business", "company"),
        "academia": ("université", "university", "recherche", "research"),
        "civil_society": ("ONG", "NGO"),
    },
    "measures.type": {
        "law": ("act",),
        "bill": ("projet de loi", "proposition de loi", "draft law"),
        "communique": ("communique",),
        "confidence_building_measure": ("CBM", "MDC"),
        "label_scheme": ("label", "étiquette"),
        "trade_concern": ("préoccupation commerciale", "STC", "PCS"),
    },
    "measures.force": {
        "binding": ("obligatoire", "mandatory", "juridiquement contraignant", "legally binding"),
        "voluntary": ("non contraignant", "non-binding", "facultatif"),
    },
    "measures.status": {
        "proposed": ("projet", "draft"),
        "in_force": ("applicable", "en application"),
        "replaced": ("abrogé", "repealed"),
    },
    "measure_events.method": {
        "recorded_vote": ("vote", "au vote", "by vote"),
        "without_vote": ("sans mise aux voix",),
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
    "figures.unit": {
        "usd": ("dollars", "US$"),
        "percent": ("pourcentage", "percentage", "per cent"),
    },
}
