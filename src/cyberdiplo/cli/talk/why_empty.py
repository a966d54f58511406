"""Why an answer has no rows, where the part of it that was asked for is not the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.result import CountedRows, Result

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cyberdiplo.cli.words.answer_options import Options
    from cyberdiplo.questions.question import Question
    from cyberdiplo.store.connection import Connection


def count_rows(result: Result) -> tuple[Result, CountedRows]:
    """The answer, and its rows, which know in the end how many they were."""
    rows = result.rows if isinstance(result.rows, CountedRows) else CountedRows(result.rows)
    return Result(result.columns, rows, result.codes, result.arrays), rows


def find_why_empty(
    connection: Connection, question: Question, wishes: Mapping[str, Sequence[str]], chosen: Options
) -> list[str]:
    """Why an answer has no rows, unless the part of it that was asked for is the reason."""
    if chosen.explain or chosen.window.offset or chosen.window.limit == 0:
        return []
    from cyberdiplo.questions.emptiness import explain_emptiness

    return explain_emptiness(connection, question, wishes, chosen.lang)
