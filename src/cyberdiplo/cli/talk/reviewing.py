"""A draft on a terminal or by piped keys: one row after the other beside its passage, and a key for each decision."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

import typer

from cyberdiplo.cli.talk.say import say
from cyberdiplo.drafts import review
from cyberdiplo.drafts.writing import keep_decisions
from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.render.style import make_visible
from cyberdiplo.schema.model import seed_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cyberdiplo.drafts.folder import DraftFolder, Proposal

WIDEST, NARROWEST = 100, 20
END = "\x04"
LONGEST_ANSWER = 10_000  # characters
PAUSE = 0.02  # seconds within which the bytes of one key come
MOST_MISSES = 100  # answers that say nothing, of those that are piped in: nobody is there to see why


class Keys:
    """Keys of a terminal one by one, or lines that are piped in."""

    def __init__(self) -> None:
        self.live = sys.stdin.isatty()
        self.ended = False  # whether a line was asked for when there were no more
        self.misses = 0

    def miss(self, *sentences: str) -> None:
        """Say why an answer does not do. Raises BadUsage where answers that are piped in go on not to."""
        say(*sentences)
        self.misses += 1
        if self.misses >= MOST_MISSES and not self.live:
            raise BadUsage(
                tr("{count} answers could not be used.", count=self.misses),
                hint=tr("-h says which answers there are, a line each."),
            )

    def key(self, prompt: str) -> str:
        """The next key; of piped lines the first letter of the next that is not blank. END where there are no more."""
        print(prompt, end=" " if self.live else "\n", flush=True)
        if self.live:
            pressed = _read_key()
            print(make_visible(pressed))
            return END if pressed in (END, "\x1a", "") else pressed.casefold()
        while line := _read_line():
            if line.strip():
                return line.strip()[0].casefold()
        return END

    def text(self, prompt: str) -> str:
        """A line of text; empty where there is none."""
        print(prompt, end=" " if self.live else "\n", flush=True)
        line = _read_line()
        self.ended = not line
        return " ".join(line.split()).replace("\u2019", "'")


def _read_line() -> str:
    """The next line that is typed or piped in, empty at the end. Raises BadUsage for one without end."""
    line = sys.stdin.readline(LONGEST_ANSWER + 1)
    if len(line) > LONGEST_ANSWER:
        raise BadUsage(
            tr("An answer is longer than {most:,} characters.", most=LONGEST_ANSWER),
            hint=tr("-h says which answers there are, a line each."),
        )
    return line


def _read_key() -> str:
    """One key without Enter; what was typed ahead is not lost. Of a key that sends several bytes all are one."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return str(typer.getchar())
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        pressed = os.read(terminal, 1)
        if pressed == b"\x1b" or pressed > b"\x7f":  # an arrow, a letter with an accent
            import select

            while select.select([terminal], [], [], PAUSE)[0] and (more := os.read(terminal, 1)):
                pressed += more
        return pressed.decode("utf-8", "replace")
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def review_folder(folder: DraftFolder, passages: Mapping[str, str], keys: Keys) -> None:
    """Go through the rows on which nobody decided, keep each decision, and say how right the draft was."""
    rows = review.list_pending(folder)
    at, returns = 0, False
    while at < len(rows):
        proposal = rows[at]
        if proposal.decision and not returns:
            at += 1  # it was decided on with another one
            continue
        returns = False
        show(folder, proposal, passages, at + 1, len(rows))
        pressed = keys.key(
            tr("[a]ccept  [t]able's sure ones  [c]hange  [r]eject  [x] reject the table's rest  [s]kip  [b]ack  [q]uit")
        )
        if pressed in ("q", END):
            break
        if pressed == "b":
            at, returns = _find_before(folder, rows, at), True
            continue
        if pressed == "s":
            at += 1
        elif pressed in ACTIONS and ACTIONS[pressed](folder, proposal, rows[at:], keys):
            keep_decisions(folder)
            at += 1
        elif pressed in ACTIONS:
            keep_decisions(folder)
        else:
            keys.miss(tr("No such key."))
    finish(folder)


def _find_before(folder: DraftFolder, rows: list[Proposal], at: int) -> int:
    """The row before that is still there, whether it was decided on or not; this one where there is none."""
    there = (n for n in range(at - 1, -1, -1) if (rows[n].table, rows[n].key) in folder.rows)
    return next(there, at)


def accept(folder: DraftFolder, proposal: Proposal, _: list[Proposal], keys: Keys) -> bool:
    """Take the row; what has to be written is asked for first."""
    for column in review.find_unwritten(folder, proposal):
        if text := keys.text(f"  {column}:"):
            review.change(folder, proposal, column, text)
    if review.accept(folder, proposal):
        return True
    left = ", ".join(review.find_unwritten(folder, proposal))
    keys.miss(tr("Still to be written: {columns}.", columns=left))
    return False


def accept_sure(folder: DraftFolder, proposal: Proposal, rows: list[Proposal], keys: Keys) -> bool:
    """Take this row and those of its table that are sure and have nothing to be written."""
    sure = [
        row for row in rows if row.table == proposal.table and (row is proposal or not row.doubts) and not row.decision
    ]
    accepted = sum(review.accept(folder, row) for row in sure)
    say(tr_plural("{count} row accepted", "{count} rows accepted", accepted))
    if not proposal.decision:
        keys.miss(tr("Still to be written: {columns}.", columns=", ".join(review.find_unwritten(folder, proposal))))
    return bool(proposal.decision)


def change(folder: DraftFolder, proposal: Proposal, _: list[Proposal], keys: Keys) -> bool:
    """Write one cell; the row is then still to be decided on."""
    column = keys.text(tr("  which column:"))
    wrong = review.change(folder, proposal, column, keys.text(f"  {column}:"))
    if wrong == "column":
        keys.miss(tr("{table} has no column {column!r}: {listed}.", table=proposal.table, column=column,
               listed=", ".join(seed_tables()[proposal.table].header)))  # fmt: skip
    elif wrong:
        keys.miss(tr("The key of a row stays: reject it, and write another one."))
    return False


def reject(folder: DraftFolder, proposal: Proposal, _: list[Proposal], keys: Keys) -> bool:
    """Take the row out, with its reason and with what cannot be without it."""
    reason = keys.text(tr("  why:"))
    if not reason:
        keys.miss(tr("A rejection has a reason."))
        return False
    if gone := review.reject(folder, proposal, reason):
        say(tr_plural("{count} row went with it", "{count} rows went with it", len(gone)))
    return True


def reject_rest(folder: DraftFolder, proposal: Proposal, rows: list[Proposal], keys: Keys) -> bool:
    """Take this row and all of its table that come after it out, for one reason."""
    reason = keys.text(tr("  why all of them:"))
    if not reason:
        keys.miss(tr("A rejection has a reason."))
        return False
    rest = [row for row in rows if row.table == proposal.table and not row.decision]
    for row in rest:
        if (row.table, row.key) in folder.rows:
            review.reject(folder, row, reason)
    say(tr_plural("{count} row rejected", "{count} rows rejected", len(rest)))
    return True


ACTIONS = {"a": accept, "t": accept_sure, "c": change, "r": reject, "x": reject_rest}


def show(folder: DraftFolder, proposal: Proposal, passages: Mapping[str, str], number: int, count: int) -> None:
    """One row: its cells, each doubt beside its cell, what belongs to it, and the passage with the anchor in it."""
    cells = folder.rows.get((proposal.table, proposal.key), {})
    lines = [
        "",
        f"{number}/{count}  {proposal.table}  {proposal.key}" + (f"  ({proposal.place})" if proposal.place else ""),
    ]
    if "" in proposal.doubts:
        lines.append(f"  ? {proposal.doubts['']}")
    for column in seed_tables()[proposal.table].header:
        if cell := cells.get(column):
            doubt = proposal.doubts.get(column)
            lines.append(f"  {column}: {cell}" + (f"    ? {doubt}" if doubt else ""))
    followers = [other for other in review.list_followers(folder, proposal) if other.table != "citations"]
    lines += [f"  + {other.table}: {other.key.removeprefix(proposal.key).strip()}" for other in followers]
    text = passages.get(proposal.place, "")
    if proposal.anchor and proposal.anchor in text.replace("\u2019", "'"):
        text = text.replace("\u2019", "'").replace(proposal.anchor, f"⟦{proposal.anchor}⟧", 1)
    width = max(min(shutil.get_terminal_size().columns, WIDEST), NARROWEST)
    wrapped = textwrap.wrap(text, width - 4, initial_indent="  | ", subsequent_indent="  | ")
    print(make_visible("\n".join([*lines, *wrapped])))


def finish(folder: DraftFolder) -> None:
    """How right the draft was, as far as it was decided on, and what is left."""
    from cyberdiplo.load.drafted import find_pending
    from cyberdiplo.load.files import DRAFT, find

    for line in review.measure(folder):
        print(
            tr(
                "{table}: {accepted} as proposed, {changed} changed, {rejected} rejected; right rows {rows:.0%},"
                " right cells {cells:.0%}",
                table=line.table, accepted=line.accepted, changed=line.changed, rejected=line.rejected, rows=line.rows,
                cells=line.of_cells,
            )
        )  # fmt: skip
    for seed_folder in find([folder.path]) if (folder.path / DRAFT).is_file() else ():
        pending = find_pending(seed_folder)
        if any(pending):
            say(
                tr(
                    "Left: {undecided} rows to decide on, {unwritten} cells to write; 'load' takes the folder then.",
                    undecided=pending.undecided,
                    unwritten=pending.unwritten,
                )
            )
        else:
            say(tr("Everything is decided: cyberdiplo load {folder}", folder=folder.path))
