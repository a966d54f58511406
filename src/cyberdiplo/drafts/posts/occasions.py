"""What stands behind a post and is no part of it: at which meeting somebody spoke, and in which manner."""

from __future__ import annotations

import re

from cyberdiplo.drafts.posts.words import MANNER

# What a speaker does there, behind the body: « in the open debate », « en el debate abierto ».
OCCASION = re.compile(
    r"\s+(?:in the|at the|during|lors d\w+|au cours d\w+|devant|en el|en la|durante|ante el|ante la|au|à la"
    r"|à l['’])\s*"
    r"(?:[\w-]+\s+){0,4}?(?:debate|débat|forum|foro|workshop|atelier|taller|summit|sommet|cumbre|seminar|event"
    r"|ceremony|cérémonie|dialogue|diálogo|launch|opening|ouverture|roundtable|congress|congrès"
    r"|assembly|meeting|réunion|reunión|session|sesión|séance|conference"
    r"|conférence|conferencia)\b.*$",
    re.IGNORECASE,
)
# The same behind a comma, whatever it is: « , at the 9th Fair », « , lors de la foire ».
AT_OCCASION = re.compile(
    r",\s(?:at|during|before|on the occasion of|lors d\w*|à l['’]occasion d\w*|devant|en ocasión d\w*|durante|ante)\s"
    r"(?:the|a|an|la|le|l['’]|les|el|los|las|\d).*$",
    re.IGNORECASE,
)


def cut_occasion(text: str) -> str:
    """A post without where and how somebody spoke: « Minister of Trade, at the 9th Fair » is « Minister of Trade »."""
    text = AT_OCCASION.sub("", " ".join(text.split()))
    return OCCASION.sub("", MANNER.sub("", text)).strip(" .;,")
