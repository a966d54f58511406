"""Help in the reader's language: that of questions comes from their headers, that of shared options from here."""

from __future__ import annotations

import sys
from itertools import pairwise
from typing import Any

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage


def help_lang() -> str:
    """The language of help: what --lang says on the command line, else the user's; help is never a reason to fail."""
    said = [word.partition("=")[2] or after for word, after in pairwise([*sys.argv, ""]) if word.startswith("--lang")]
    try:
        return settings.lang(said[-1] if said else None)
    except BadUsage:
        return "en"


# The help of the shared options in French, by their help in English.
FRENCH = {
    "Another database than your own.": "Une autre base que la vôtre.",
    "Language of names and labels; else your locale's.": (
        "Langue des noms et des libellés ; sinon celle de votre système."
    ),
    "Write to a file; its ending says the format.": "Écrire dans un fichier ; sa terminaison dit le format.",
    "Only these columns, in this order.": "Seulement ces colonnes, dans cet ordre.",
    "Order by these columns; - for descending.": "Trier par ces colonnes ; - pour l'ordre décroissant.",
    "At most so many rows.": "Au plus ce nombre de lignes.",
    "Leave out the first N rows.": "Sauter les N premières lignes.",
    "No line of column names.": "Sans la ligne des noms de colonnes.",
    "CSV as Excel opens it: byte-order mark, your separator and decimal sign, --guard.": (
        "CSV tel qu'Excel l'ouvre : marque d'ordre des octets, votre séparateur, votre signe décimal, --guard."
    ),
    "An apostrophe before text that a spreadsheet would compute (=, +, -, @); default: with --excel.": (
        "Une apostrophe devant le texte qu'un tableur calculerait (=, +, -, @) ; par défaut avec --excel."
    ),
    "Never page a long answer.": "Ne jamais paginer une longue réponse.",
    "No words beside the answer, but errors.": "Aucun mot à côté de la réponse, sauf les erreurs.",
    "Say what names were taken for, and the SQL that was run.": (
        "Dire comment les noms ont été compris, et le SQL exécuté."
    ),
    "Show this message and exit.": "Afficher cette aide.",
    "Id, acronym, alias or name, in any language.": "Identifiant, sigle ou nom, dans n'importe quelle langue.",
    'Words, a "phrase", a begin*, -unwanted.': "Des mots, une « suite de mots » entre guillemets, un début*, -exclu.",
    "Only in this forum, and those under it.": "Seulement dans cette enceinte et celles qui en dépendent.",
    "One statement that reads; '-' reads it from standard input.": (
        "Une instruction qui lit ; '-' la lit sur l'entrée standard."
    ),
    "Read the statement from a file.": "Lire l'instruction dans un fichier.",
    "A value for :NAME; 42 and 3.5 are numbers, all else is text (007 and 3.10 too).": (
        "Une valeur pour :NOM ; 42 et 3.5 sont des nombres, le reste du texte (007 et 3.10 aussi)."
    ),
    "Stop after so long; 0: never.": "S'arrêter après ce temps ; 0 : jamais.",
    "Show how it would be run.": "Montrer comment elle serait exécutée.",
    "A parameter by its name; may be given several times.": "Un paramètre par son nom ; peut être répété.",
}


def translate(command: Any, lang: str) -> None:
    """Put the help of shared options into French where that is the reader's language."""
    if lang != "fr":
        return
    for parameter in command.params:
        said = getattr(parameter, "help", None) or ""
        if said.startswith("One of: "):
            parameter.help = "L'un de : " + said.removeprefix("One of: ")
        elif said in FRENCH:
            parameter.help = FRENCH[said]
    for one in getattr(command, "commands", {}).values():
        translate(one, lang)
