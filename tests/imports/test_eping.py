"""Notifications of ePing, made here after the columns that other programs read; the workbook was not seen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.imports.steps import ask, bring_in
from tests.imports.test_own_tables import workbook

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ["Document symbol", "Notifying Member", "Title", "Products covered", "HS code(s)", "Distribution date",
          "Final date for comments", "Proposed adoption date", "Link to notification(EN)"]  # fmt: skip
ROWS: list[list[object]] = [
    [*HEADER],
    ["G/TBT/N/KEN/1999", "Kenya", "Teapots with a radio", "Teapots", "8516", date(2030, 3, 2), "1 May 2030",
     "To be determined", "https://example.org/n"],
    ["G/TBT/N/GBR/44", "United Kingdom", "There already", "", "", "2021-11-30", "", "", ""],
    ["G/TBT/N/ATL/1", "Atlantis", "Nowhere", "", "", "2030-03-02", "", "", ""],
    ["a letter", "Kenya", "", "", "", "soon", "", "", ""],
    ["G/TBT/N/KEN/1999", "Kenya", "Twice", "", "", "2030-03-02", "", "", ""],
]  # fmt: skip


def test_a_notification_is_a_measure_with_the_days_that_it_foresees(own_database: str, tmp_path: Path) -> None:
    report = bring_in(own_database, "eping", workbook(tmp_path / "eping.xlsx", ROWS))
    measure = "wto-g-tbt-n-ken-1999"
    assert ask(own_database, f"select type, country_id, name_en from measures where id = '{measure}'") == [
        ("notification", "KEN", "Notification G/TBT/N/KEN/1999: Teapots with a radio")
    ]
    sql = f"select type, event_date, of_en from measure_events where measure_id = '{measure}' order by 1"
    assert ask(own_database, sql) == [
        ("notified", "2030-03-02", None),
        ("planned", "2030-05-01", "final date for comments"),
    ]
    assert ask(own_database, f"select locator, url, note from citations where record_id = '{measure}'") == [
        ("line 2", "https://example.org/n", "products covered: Teapots; hs codes: 8516")
    ]
    assert report.outcome.counts["known"] == 1
    assert [(reject.line, reject.column) for reject in report.outcome.rejects] == [
        ("2", "proposed_adoption_date"),
        ("4", "notifying_member"),
        ("5", "document_symbol"),
        ("5", "title"),
        ("5", "distribution_date"),
        ("6", "document_symbol"),
    ]
