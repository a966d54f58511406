"""What is handed over is set as printers set it."""

from __future__ import annotations

import pytest

from cyberdiplo.text.dates import say_times
from cyberdiplo.text.typography import typeset


@pytest.mark.parametrize(
    ("lang", "text", "printed"),
    [
        ("fr", "l'ONU, d'ici à 2027, aujourd'hui", "l’ONU, d’ici à 2027, aujourd’hui"),
        ("fr", "M. Mullane et Mme Fick, MM. A et B", "M.~Mullane et Mme~Fick, MM.~A et B"),
        ("fr", "n° 5, nos 3 et 4, par. 3.1", "n°~5, nos~3 et 4, par.~3.1"),
        ("fr", "Fabio Polverino; Luis Vega ; X", "Fabio Polverino~; Luis Vega~; X"),
        ("fr", "Pourquoi ? Non! « Oui » : voilà", "Pourquoi~? Non~! «~Oui~»~: voilà"),
        ("fr", "le 20 juin 2023, 160 milliards, 60 %", "le 20~juin 2023, 160~milliards, 60~%"),
        ("fr", "page 32024R2847; https://example.org/?a=b;c'", "page 32024R2847~; https://example.org/?a=b;c’"),
        ("en", "the participants' view: don't; why?", "the participants’ view: don’t; why?"),
        ("en", "replacing 'suppression' by ('x')", "replacing ‘suppression’ by (‘x’)"),
        ("en", "Mr Tamura, Ms Fick, no. 5", "Mr~Tamura, Ms~Fick, no.~5"),
    ],
)
def test_a_text_is_printed_as_printers_do(lang: str, text: str, printed: str) -> None:
    assert typeset(text, lang) == printed.replace("~", "\u00a0")
    assert typeset(typeset(text, lang), lang) == typeset(text, lang)


def test_times_are_said_as_in_the_language() -> None:
    assert say_times(["15:00", "18:00"], "fr") == "15\u00a0h-18\u00a0h"
    assert say_times(["09:30"], "fr") == "9\u00a0h\u00a030"
    assert say_times(["09:30", "12:00"], "en") == "09:30\u201312:00"
