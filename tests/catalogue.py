"""The catalogue of messages brought along with the code: python -m tests.catalogue, then fill in what is empty.

New texts are added, empty, which is said in English until somebody puts them into French; those that are said no more
go. Nothing is guessed from a similar text. Babel reads the code and writes the file.
"""

from __future__ import annotations

import re
from io import BytesIO

from babel.messages import Catalog, extract, pofile

from cyberdiplo.messages import DOMAIN, LOCALE, compile
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "cyberdiplo"
PATH = LOCALE / "fr" / "LC_MESSAGES" / f"{DOMAIN}.po"
LOOKED_UP: dict[str, tuple[int, ...] | None] = {"tr": None, "later": None, "tr_plural": (1, 2)}  # which words are texts
WIDTH = 120
PLURALS = "nplurals=2; plural=(n > 1);"  # none and one against many; what Babel knows has a third form, for millions
HEADER = rf"""# What the program says, in French; kept by "python -m tests.catalogue".
# The signs of French: « words », a space that no line ends at before : ; ? and !, and an apostrophe that is straight.
msgid ""
msgstr ""
"Language: fr\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {PLURALS}\n"

"""


BEFORE, AFTER = re.compile(r" (?=[:;?!»](?:[\s.,;:!?)»\"']|$))"), re.compile(r"(?<=«) ")
HARD = "\u00a0"


def typeset(french: str) -> str:
    """French whose marks do not part from their words at the end of a line; ``:name`` and ``--name:`` are no French."""
    return AFTER.sub(HARD, BEFORE.sub(HARD, french))


def read() -> Catalog:
    """The catalogue as it is in git."""
    with PATH.open("rb") as file:
        return pofile.read_po(file, locale="fr", domain=DOMAIN, abort_invalid=True)


def extracted() -> Catalog:
    """Every text in the code, with the modules that say it."""
    found = Catalog()
    texts = extract.extract_from_dir(SOURCE, [("**.py", "python")], keywords=LOOKED_UP, comment_tags=())
    for path, line, text, comments, context in sorted(texts, key=lambda one: (one[0], one[1])):
        found.add(text, locations=[(path.replace("\\", "/"), line)], auto_comments=comments, context=context)
    return found


def brought_along(catalogue: Catalog) -> bytes:
    """The file as it is to be: the texts of the code, in French where they were."""
    template = extracted()
    made = Catalog("fr", DOMAIN, fuzzy=False)
    made.mime_headers = [("Plural-Forms", PLURALS)]
    for message in template:
        if message.id:
            known = catalogue.get(message.id)
            french = known.string if known is not None else None
            french = typeset(french or "") if isinstance(french, str | None) else tuple(map(typeset, french))
            made.add(message.id, french or message.string, message.locations, message.flags)
    written = BytesIO()
    pofile.write_po(written, made, width=WIDTH, omit_header=True, include_lineno=False)
    return HEADER.encode() + written.getvalue()


def main() -> None:
    """Write the file, and what the program reads of it."""
    PATH.write_bytes(brought_along(read()))
    compile.main()


if __name__ == "__main__":
    main()
