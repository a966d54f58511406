"""The words by which a post is told, and by which its body goes on behind it; in French, English and Spanish."""

from __future__ import annotations

import re

# Words with which a body's name begins, also in small letters as French and Spanish write it.
BODY_WORD = (
    r"commission|ministère|ministerio|secrétariat|secretaría|agence|agencia|direction|délégation"
    r"|comité|conseil|consejo|mission"
    r"|bureau|université|universidad|institut|instituto|centre|centro|autorité|gouvernement|gobierno"
    r"|fédération|association"
    r"|chambre|banque|organisation|union|école|fondation|parlement|sénat|département|departamento|cabinet|groupe"
)
WITHIN = re.compile(
    r"\s+(?:at the|at(?! Large)|of the|of|for the|chez|auprès de la|auprès de l['’]|auprès du|à la|à l['’]|au"
    rf"|de la|de l['’]|d['’]|du|del|de la|en la|en el|de)\s*(?=[A-ZÀ-Þ0-9]|(?:{BODY_WORD})\b)"
)
AT = re.compile(r"\s+(?:at(?! Large)|chez)\b")  # behind which nothing but a body or a place stands
OF = re.compile(r"\s+(?:of the|of|de la|de l['’]|d['’]|du|del|de)\s*$")
POSTS = (
    r"encargad[oa] de negocios"
    r"|direct(?:eur|rice|ors?|ora)|head|chef|cheffe|jef[ea]|responsable"
    r"|(?:vice)?ministr[eoa]s?|minister|canciller|chancellor|chancelier|chancelière"
    r"|(?:sub)?secretar(?:y|io|ia)|secrétaire|ambassad(?:or|eur|rice)|embajador(?:a)?|chargée?s?|counsel(?:l?or)?"
    r"|conseill(?:er|ère)|consejer[oa]"
    r"|vicecanciller|president[ea]s?|mandatari[oa]|attachée?|agregad[oa]|presidente?a?|présidente?|vice|deputy|adjointe?|manager|gérante?|gerente|officer"
    r"|expert[eoa]?|professor"
    r"|professeure?|profesora?|specialist|spécialiste|especialista|analyste?|engineer|ingénieure?|ingenier[oa]"
    r"|coordinator|coordinat(?:eur|rice)"
    r"|coordonnat(?:eur|rice)|coordinadora?|delegate|déléguée?|delegad[oa]|representa(?:tive|nte)|représentante?"
    r"|chair\w*|ceo|cto|ciso"
    r"|fellow|partner|co-?founder|founder|(?:co)?fondat(?:eur|rice)|fundadora?|lead|senior|principal"
    r"|rapporteure?|advis[eo]r"
    r"|assistante?|rédact(?:eur|rice)|redactora?|journaliste?"
    r"|chief|pdg|member(?! states?\b)|membre|miembro|diplomat|diplomate|diplomátic[oa]|dignitary"
    r"|negotiator|négociat(?:eur|rice)"
    r"|under-secretary|sous-secrétaire|editor|envoy|envoyée?|convenor|commissioner|commissaire|comisari[oa]|governor"
    r"|gouverneure?|gobernadora?|researcher|chercheur|chercheuse|investigadora?|scientist|economist|économiste|consul"
    r"|spokes\w+|porte-parole|portavoz|rect(?:or|eur|rice|ora)|dean|doyenne?|decan[oa]|lecturer"
    r"|consultante?|consultora?"
    r"|strategist|architect|administrat(?:or|eur|rice)|administradora?|liaison|counsel|attorney|lawyer|avocate?|leader"
    r"|asesora?|permanent representative|premier ministre|prime minister"
)
POST = re.compile(
    rf"^(?:(?:the|an?|le|la|l['’]|une?|el)\s*)?(?:(?:former|ancien(?:ne)?|ex|senior) )?"
    rf"(?:[\w.&’'/-]+[- ]){{0,2}}?(?:{POSTS})\b",
    re.IGNORECASE,
)
POST_WORD = re.compile(rf"(?<![\w-])(?:[\w.]+-|vice|sub|ex)?(?:{POSTS})\b", re.IGNORECASE)

# Posts that nobody but the body behind « of » has: « CEO of Firm », and with an article « Head of the Network ».
EXECUTIVE = re.compile(
    r"^(?:(?:the|le|la|el)\s)?(?:(?:founder|founding|acting|interim|deputy|vice|senior|president|co"
    r"|former|executive|current)"
    r"[- ](?:and\s)?)*"
    r"(?:chief [\w ]{3,40}officer|chief executive|ceo|c[a-z]o|president|vice[- ]president"
    r"|executive director|executive secretary"
    r"|secretary[- ]general|director[- ]general|managing director|founder|co-?founder"
    r"|editor(?:-in-chief)?|chair of the board"
    r"|président\w*(?:[- ]directeur général)?|directeur général|directrice générale"
    r"|consejer[oa] delegad[oa]|secrétaire générale?|fondat\w+"
    r"|president[ea]|director(?:a)? general|secretari[oa] general|director(?:a)? ejecutiv[oa]|fundadora?)$",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"\b(?:head|director|chair\w*|vice[- ]chair\w*|directeur|directrice|chef|cheffe|jef[ea]|directora?)$", re.IGNORECASE
)
PART = re.compile(
    r"\b(?:unit|division|section|branch|team|service|program(?:me)?|project|department|unité|équipe"
    r"|sous-direction|unidad|división"
    r"|office|desk|policy|affairs|board|session|meeting|committee|group)\b",
    re.IGNORECASE,
)
# How somebody was there stands in brackets behind the post: « (written message) ».
MANNER = re.compile(
    r"\s*\((?:[\w-]+ )?(?:message|mensaje|video|vidéo|vídeo|remotely|online|en ligne|en línea|tbc)\)\.?", re.IGNORECASE
)
