"""Pages of a collection as they are cited, each by itself: a speech by its speaker, a report by who answers for it.

A web site that is one source has many pages, and none of them says more of itself in the data than what is cited there.
So a page is called by that, whatever of it is asked for: who speaks, where, on which day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cyberdiplo.messages import tr
from cyberdiplo.records.cited import LANGUAGES, SEVERAL
from cyberdiplo.records.keys import make_free, make_page_key, read_keys
from cyberdiplo.records.pages import NAMED, read_pages
from cyberdiplo.records.sources import read_sources
from cyberdiplo.store.lists import execute_for
from cyberdiplo.text.dates import say_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cyberdiplo.records.cited import CitedSource
    from cyberdiplo.records.pages import Address, Page, Voice
    from cyberdiplo.store.connection import Connection

TYPES = ("web_page", "news", "communique", "law")  # whose pages are each something to cite; a mirror of a text is not
MANY = 3  # speakers: more are not named in a title
# The other sources that have what was said on the same day in the same forum: keys of all of these must differ.
SAME_DAY = """
select distinct citations.source_id
from meetings as asked
join meetings on meetings.start_date = asked.start_date
join statements on statements.meeting_id = meetings.id
join citations on citations.record_id = statements.id
where citations.url is not null and asked.id in (:ids)
"""


def read_page_sources(
    connection: Connection,
    asked: Iterable[Address],
    sources: Mapping[str, CitedSource],
    lang: str,
    *,
    own_words: bool = True,
) -> dict[Address, CitedSource]:
    """The pages of these addresses, each as a source of its own; those of no collection are left out.

    ``own_words``: what is ours of them is in the language of each, and not in the reader's.
    """
    addresses = [address for address in dict.fromkeys(asked) if _is_collection(sources[address[0]])]
    if not addresses:
        return {}
    pages = read_pages(connection, dict.fromkeys(address[0] for address in addresses), sources)
    meetings = {spoken.meeting for address in addresses for spoken in pages[address].statements if spoken.meeting}
    others = [str(row[0]) for row in execute_for(connection, SAME_DAY, meetings)]
    more = [source_id for source_id in dict.fromkeys(others) if source_id not in {page[0] for page in pages}]
    known = read_sources(connection, more, lang)
    pages |= read_pages(connection, [name for name in more if _is_collection(known[name])], known)
    keys = _make_keys(pages, set(read_keys(connection).values()))
    names = _read_names(connection, [pages[address] for address in addresses])
    return {
        address: _make_source(page, keys[address], names, page.source.tongue(lang) if own_words else lang)
        for address, page in ((address, pages[address]) for address in addresses)
    }


def _is_collection(source: CitedSource) -> bool:
    return source.type in TYPES


def _make_keys(pages: Mapping[Address, Page], taken: set[str]) -> dict[Address, str]:
    """A key for each page: that of its source where it is its only one and no speech, else by who, when and where."""
    keys: dict[Address, str] = {}
    for address, page in sorted(pages.items(), key=lambda item: item[0]):
        if page.alone and not page.speaks:
            keys[address] = page.source.key
            continue
        voice = page.voices[0] if page.speaks else None
        who = (voice.family or voice.id or "") if voice else page.source.key_name
        what = (page.sole("forum") or "").partition("-")[0] if page.statements else (page.main_record or ("", ""))[1]
        keys[address] = make_free(make_page_key(who, page.date, what), taken)
        taken.add(keys[address])
    return keys


def _read_names(connection: Connection, pages: Iterable[Page]) -> dict[str, tuple[str, str]]:
    """What the meetings and records that pages are called by are called, French and English."""
    ids = [spoken.where for page in pages for spoken in page.statements if spoken.where]
    ids += [page.main_record[1] for page in pages if page.main_record]
    sql = "select id, name_fr, name_en from labels where id in (:ids)"
    return {str(row[0]): (str(row[1]), str(row[2])) for row in execute_for(connection, sql, ids)}


def _make_source(page: Page, key: str, names: Mapping[str, tuple[str, str]], tongue: str) -> CitedSource:
    """The page as a source; the collection is its container."""
    source = page.source
    inferred: dict[str, Any] = {}
    if page.date and not source.published:  # a report of what was said is of that day or soon after
        exact = page.speaks or source.record_type == "instrument"
        inferred = {"published": page.date, "date_note": page.sole("date_note") if exact else "inferred"}
    if page.is_law and not source.published:
        inferred = {"published": page.enacted}
    if page.alone and not page.speaks:
        return source._replace(**inferred)
    where = names.get(page.sole("where") or "", ("", ""))[LANGUAGES.index(tongue)]
    title = _say_title(page, where, names, tongue)
    own: dict[str, Any] = {"container": source.title if title != source.title else None, "title": title, "key": key}
    if source.lang == SEVERAL:
        own |= {"lang": "", "lang_name": ("", "")}  # which of them this page is in is not known
    if page.speaks:
        first, *others = [voice.author(tongue) for voice in page.voices]
        # The collection is the publisher's own, and says so in its title: a reference names it once.
        own |= {"author": first, "other_authors": tuple(others), "publisher": None}
    return source._replace(**inferred, **own)


def _say_title(page: Page, where: str, names: Mapping[str, tuple[str, str]], lang: str) -> str:
    """What the page is, in our words: in the data its own title is not."""
    day = say_date(page.date, lang) if page.date else ""
    if day and where.find(day) >= 0:
        day = ""  # which the meeting is called by
    if page.speaks:
        return ", ".join(filter(None, [_say_statement(page.voices, lang), where, day]))
    if page.source.record_type == "verbatim" and where:
        return tr("Transcript: {occasion}", lang, occasion=", ".join(filter(None, [where, day])))
    if page.voices or where:
        # The speakers name an article on what they said; a session is more than what was taken from its record.
        named = page.voices if len(page.voices) <= MANY and page.source.record_type != "summary" else ()
        who = "; ".join(voice.say(lang) for voice in named)
        return tr("Report: {occasion}", lang, occasion=", ".join(filter(None, [who, where, day])))
    if record := page.main_record:
        name = names[record[1]][LANGUAGES.index(lang)]
        if page.is_law:
            return f"{name} ({page.name})" if page.name else name
        if page.name:
            return page.name
        several = len({named for named in page.records if named[0] in NAMED}) > 1
        return tr("Page on {name}, among others", lang, name=name) if several else tr(
            "Page on {name}", lang, name=name
        )  # fmt: skip
    return page.source.title


def _say_statement(voices: Sequence[Voice], lang: str) -> str:
    """``Statement by Franck Riester (France)``."""
    return tr("Statement by {speaker}", lang, speaker=", ".join(voice.say(lang) for voice in voices))
