"""The importers: which there are, what files each reads, and the module that makes rows of them."""

from __future__ import annotations

from cyberdiplo.errors import UnclearName
from cyberdiplo.imports.job import Importer
from cyberdiplo.imports.tables import Heading
from cyberdiplo.messages import later, tr
from cyberdiplo.text.nearest import did_you_mean, find_nearest

IMPORTERS = (
    Importer(
        "un-ga-resolutions",
        later("Resolutions of the General Assembly: titles, dates, committee, drafts, sponsors, votes by State"),
        later("a session as JSON Lines (.jsonl), a resolution in Akoma Ntoso (.xml)"),
        "ga_resolutions",
        options=("subject", "match", "symbols"),
    ),
    Importer(
        "un-ga-votes",
        later("Votes in the General Assembly, State by State, since 1946"),
        later("the voting data of the UN Digital Library as CSV, any edition"),
        "ga_votes",
        headers=(
            Heading("undl_id"),
            Heading("ms_code", also=("ms_codes",)),
            Heading("ms_name", required=True),
            Heading("ms_vote", required=True, also=("ms_votes",)),
            Heading("date", required=True),
            Heading("session"),
            Heading("resolution", required=True),
            Heading("draft"),
            Heading("committee_report"),
            Heading("meeting"),
            Heading("title", required=True),
            Heading("agenda_title"),
            Heading("subjects"),
            Heading("vote_note"),
            Heading("total_yes"),
            Heading("total_no"),
            Heading("total_abstentions"),
            Heading("total_non_voting"),
            Heading("total_ms"),
            Heading("undl_link"),
        ),
        options=("subject", "match", "symbols"),
    ),
    Importer(
        "un-treaty-participants",
        later("Signatures and ratifications of a treaty, with their days"),
        later("the status of a treaty in the UN Treaty Collection as XML"),
        "treaty",
    ),
    Importer(
        "eping",
        later("Notifications to the WTO, with the days that they foresee (experimental: the workbook was not seen)"),
        later("the workbook of the ePing platform (.xlsx), or the same as CSV"),
        "eping",
        headers=(
            Heading("Document symbol", required=True),
            Heading("Notifying Member", required=True),
            Heading("Title", required=True),
            Heading("Description"),
            Heading("Products covered"),
            Heading("HS code(s)"),
            Heading("ICS code(s)"),
            Heading("Objectives"),
            Heading("Keywords"),
            Heading("Distribution date", required=True),
            Heading("Final date for comments"),
            Heading("Proposed adoption date"),
            Heading("Proposed entry into force date"),
            Heading("Notification type"),
            Heading("Notified document"),
            Heading("Link to notification(EN)", also=("Link to notification",)),
        ),
    ),
    Importer(
        "memberships",
        later("Who belongs to what: a table of your team, one row a membership"),
        later("CSV or the first sheet of a workbook (.xlsx); --headers says with which columns"),
        "memberships",
        headers=(
            Heading("member", required=True),
            Heading("group", required=True),
            Heading("role"),
            Heading("start_date"),
            Heading("end_date"),
            Heading("attested_on"),
            Heading("url"),
            Heading("note"),
        ),
    ),
    Importer(
        "statements",
        later("Who said what, and where: a table of your team, one row a point"),
        later("CSV or the first sheet of a workbook (.xlsx); --headers says with which columns"),
        "statements",
        headers=(
            Heading("date", required=True),
            Heading("meeting"),
            Heading("process"),
            Heading("forum"),
            Heading("speaker"),
            Heading("country"),
            Heading("organisation"),
            Heading("capacity"),
            Heading("summary_en"),
            Heading("summary_fr"),
            Heading("type"),
            Heading("topics"),
            Heading("quote"),
            Heading("url"),
            Heading("note"),
        ),
    ),
)


def find_importer(name: str) -> Importer:
    """The importer of that name. Raises UnclearName."""
    names = {importer.name: importer for importer in IMPORTERS}
    if name not in names:
        hint = did_you_mean(find_nearest(name, names)[:1], tr("'cyberdiplo import' lists them."))
        raise UnclearName(tr("No importer {name!r}.", name=name), hint=hint)
    return names[name]
