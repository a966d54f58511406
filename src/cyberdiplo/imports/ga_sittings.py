"""What a sitting of the General Assembly is called, by the symbol of its verbatim record."""

from __future__ import annotations

import re

SITTING = re.compile(r"A/(?:(ES-|S-)?(\d+))/PV\.(\d+)( \(Resumption \d+\))?")
SESSION = {
    "": ("{n} session", "{n} session"),
    "ES-": ("{n} session extraordinaire d'urgence", "{n} emergency special session"),
    "S-": ("{n} session extraordinaire", "{n} special session"),
}


def name_sitting(sitting: re.Match[str]) -> tuple[str, str]:
    """The French and the English name of what SITTING matched: A/77/PV.46, A/ES-11/PV.5 (Resumption 1)."""
    kind, session, number, resumed = sitting[1] or "", sitting[2], sitting[3], sitting[4]
    french, english = SESSION[kind]
    return (
        f"{_french(number)} séance plénière de la {french.format(n=_french(session))} de l'Assemblée générale"
        + (" (reprise)" if resumed else ""),
        f"{_ordinal(number)} plenary meeting of the General Assembly, {english.format(n=_ordinal(session))}"
        + (" (resumed)" if resumed else ""),
    )


def _ordinal(number: str) -> str:
    value = int(number)
    end = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{end}"


def _french(number: str) -> str:
    return "1re" if int(number) == 1 else f"{int(number)}e"
