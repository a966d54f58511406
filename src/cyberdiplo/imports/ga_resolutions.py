"""Resolutions of the General Assembly from official files: a measure each, its steps, sponsors and votes.

What they hold stands where the shipped resolutions have it: draft and number as names, committee and report in the
note of the adoption, sponsors as steps of States, votes under the roll call of the adoption.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.imports.files import begins_with
from cyberdiplo.imports.ga_akn import read_akn
from cyberdiplo.imports.ga_jsonl import read_jsonl
from cyberdiplo.imports.ga_measures import Rows
from cyberdiplo.imports.ga_records import Record, Resolution, adoption_day, gather, read_choice, tell_repeats
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.imports.job import Job

RIGHTS_FR = "Organisation des Nations Unies, à reconnaître comme source ; copie non officielle, pour information."
RIGHTS_EN = "United Nations, to be acknowledged as the source; unofficial copy, for information."


def run(job: Job) -> None:
    """Read the files of a job and write its rows."""
    resolutions = gather(_read(job), job.outcome)
    choice = read_choice(job.options)
    asked_for = [resolution for resolution in resolutions if choice.has(resolution)]
    tell_repeats(asked_for, job.outcome)
    writers = {
        path: job.writer(
            path,
            type="dataset" if path.suffix == ".jsonl" else "resolution",
            publisher_id="un" if "un" in job.known.bodies else "",
            title=f"Resolutions of the General Assembly ({path.name})",
            lang="en" if path.suffix == ".jsonl" else "mul",
            rights_fr=RIGHTS_FR,
            rights_en=RIGHTS_EN,
        )
        for path in dict.fromkeys(record.path for resolution in asked_for for record in resolution.records)
    }
    rows = Rows(job.known, writers, job.outcome)
    rows.write_meetings(asked_for)
    for number, resolution in enumerate(asked_for):
        if not number % 100:
            job.progress(resolution.symbol, number, len(asked_for))
        if adoption_day(resolution):
            rows.write(resolution)
        else:
            _reject(job, resolution)
    job.outcome.count("left_out", len(resolutions) - len(asked_for))


def _reject(job: Job, resolution: Resolution) -> None:
    for record in resolution.records:
        reason = tr("no day of adoption that can be read: the resolution is not imported")
        job.outcome.reject(record.path, record.line or "", resolution.symbol, "adoption_date", record.adopted, reason)


def _read(job: Job) -> Iterator[Record]:
    for path in job.paths:
        job.progress(path.name, 0, len(job.paths))
        if begins_with(path).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            yield read_akn(path)
        else:
            yield from read_jsonl(path, job.outcome)
