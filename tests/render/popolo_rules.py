"""What the Popolo specification says of its classes, as JSON schemas of draft 3, the draft that its own are in.

Written from the tables of http://www.popoloproject.com/specs/; only the properties that an export uses are here, and
no other property may be there.
"""

from __future__ import annotations

from typing import Any

TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
NEEDED = TEXT | {"required": True}
DATE = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
URL = {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:[!-~]+$", "required": True}


def of(**properties: Any) -> dict[str, Any]:
    """An object with these properties and no others."""
    return {"type": "object", "properties": properties, "additionalProperties": False}


def several(**properties: Any) -> dict[str, Any]:
    """An array of such objects, not empty."""
    return {"type": "array", "minItems": 1, "items": of(**properties)}


OPTION = {"type": "string", "enum": ["yes", "no", "abstain", "absent", "not voting", "paired"], "required": True}
NAMES = several(name=NEEDED, note=TEXT)
IDENTIFIERS = several(identifier=NEEDED, scheme=TEXT)
SOURCES = several(url=URL, note=TEXT)

CLASSES: dict[str, dict[str, Any]] = {
    "persons": of(
        id=NEEDED, name=NEEDED, other_names=NAMES, identifiers=IDENTIFIERS, family_name=TEXT, given_name=TEXT,
        sort_name=TEXT, sources=SOURCES,
    ),
    "organizations": of(
        id=NEEDED, name=NEEDED, other_names=NAMES, identifiers=IDENTIFIERS, classification=TEXT, parent_id=TEXT,
        area_id=TEXT, founding_date=DATE, dissolution_date=DATE, sources=SOURCES,
    ),
    "memberships": of(
        id=NEEDED, role=TEXT, member=of(id=NEEDED, name=NEEDED), person_id=TEXT, organization_id=NEEDED,
        on_behalf_of_id=TEXT, area_id=TEXT, start_date=DATE, end_date=DATE, sources=SOURCES,
    ),
    "events": of(
        id=NEEDED, name=NEEDED, start_date=DATE, end_date=DATE, location=TEXT, status=TEXT, identifiers=IDENTIFIERS,
        classification=TEXT, organization_id=TEXT, attendees=several(id=NEEDED, name=NEEDED), parent_id=TEXT,
        sources=SOURCES,
    ),
    "areas": of(id=NEEDED, name=NEEDED, identifier=TEXT, classification=TEXT),
    "speeches": of(
        id=NEEDED, creator_id=TEXT, role=TEXT, attribution_text=TEXT, text=NEEDED, type=TEXT,
        position={"type": "integer"}, event_id=TEXT, sources=SOURCES,
    ),
    "motions": of(
        id=NEEDED, identifier=TEXT, text=NEEDED, classification=TEXT, organization_id=TEXT, sources=SOURCES,
    ),
    "vote_events": of(
        id=NEEDED, motion_id=NEEDED, organization_id=TEXT, start_date=DATE, sources=SOURCES,
        counts=several(option=OPTION, value={"type": "integer", "minimum": 1, "required": True}),
        votes=several(voter_id=NEEDED, option=OPTION),
    ),
}  # fmt: skip
