"""The words by which a genre is read, in French, English and Spanish: data, no rules."""

from __future__ import annotations

import re

# As printed before a name.
HONORIFICS = (
    *("S. E. M.", "S.E. M.", "S.E. Mme", "S. E. Mme", "S.E.M.", "Son Excellence M.", "Son Excellence Mme"),
    *("H.E. Mr.", "H.E. Ms.", "H.E. Mrs.", "H.E. Dr.", "H.E. Mr", "H.E. Ms", "H.E. Mrs", "H.E. Dr", "H.E.", "H. E."),
    *("His Excellency Mr.", "Her Excellency Ms.", "His Excellency", "Her Excellency"),
    *("Excmo. Sr.", "Excma. Sra.", "S.E. Sr.", "S.E. Sra.", "Excmo. Sr. D.", "Excma. Sra. Dña."),
    *("M.", "Mme", "Mme.", "Mlle", "Mr.", "Mr", "Ms.", "Ms", "Mrs.", "Mrs", "Miss", "Mx", "Dr.", "Dr", "Dre", "Pr", "Pr."),
    *("Prof.", "Professor", "Professeur", "Professeure", "Sir", "Dame", "Lord", "Lady"),
    *("Sr.", "Sra.", "Srta.", "Sr. D.", "Sra. Dña.", "Dra.", "Profesor", "Profesora", "el Sr.", "la Sra."),
    *("Ambassador", "Ambassadeur", "Ambassadrice", "Embajador", "Embajadora", "Minister", "Deputy Minister"),
)
PLURAL_HONORIFICS = ("MM.", "Mmes", "Messrs.", "Messrs", "Mses.", "Sres.", "Sras.")
PARTICLES = "de|del|della|di|da|das|do|dos|du|des|van|von|der|den|ter|ten|zu|bin|bint|ibn|ben|al|el|le|la|las|los|y|e|af"

# Who leads: in a heading, in a title, beside the name.
LEADERS = {
    "moderator": r"modérat(?:eur|rice)|moderators?|moderador(?:a|es)?|animat(?:eur|rice)|facilitators?|facilitat(?:eur|rice)",
    "chair": r"président(?:e)?(?: de (?:la|cette) (?:séance|réunion|session))?|chair(?:man|woman|person)?|president(?:e|a)?",
    "rapporteur": r"rapporteur(?:e)?|relator(?:a)?",
}
LEADER = re.compile(rf"\b(?:{'|'.join(LEADERS.values())})\b", re.IGNORECASE)
REPORT_OF = re.compile(
    r"\b(?:rapport|report|informe|résumé|summary|resumen)\b.{0,30}\b(?:du|de la|de l['’]|by|of the|by the|del)\b", re.IGNORECASE
)

# Heads of bodies: (what their names begin with or hold, type of organisation, capacity of who speaks for them).
BODIES: tuple[tuple[str, str, str], ...] = (
    (r"Commission électrotechnique|Comisión Electrotécnica|Electrotechnical Commission|Organisation internationale de"
     r" normalisation|International Organization for Standardization|Standards? (?:Institute|Institution|Association|Body|Council|Organi[sz]ation)"
     r"|Institut de normalisation|Bureau of Standards|Asociación Española de Normalización|Association française de normalisation",
     "standards_body", "standards_body"),
    (r"Commission européenne|European Commission|Comisión Europea|Conseil de l['’]Union|Service européen|European External"
     r"|Direction générale d|Directorate[- ]General|Dirección General d", "union_institution", "state"),
    (r"Minist(?:ère|ry|erio)|Department (?:of|for)|Département (?:d|fédéral)|Departamento d|Secretaría d|Secrétariat d['’]État"
     r"|Secretariat of State|Office of the (?:Prime|President)|Foreign Office|Chancellery|Chancellerie|Trésor|Treasury",
     "ministry", "state"),
    (r"Mission permanente|Permanent Mission|Misión Permanente|Permanent Delegation|Délégation permanente|Ambassade|Embassy|Embajada"
     r"|Gouvernement|Government|Gobierno|Présidence|Cabinet Office", "government", "state"),
    (r"Agence|Agency|Agencia|Autorité|Authority|Autoridad|Service national|Regulatory Commission|Commission nationale"
     r"|Administration (?:of|for|nationale)|Bureau fédéral|Federal Office|Office fédéral|Instituto Nacional|National Institute"
     r"|Institut national|Superintendencia", "agency", "state"),
    (r"Université|University|Universidad|Universität|Università|École|Faculty|Faculté|Tecnológico|Institute of Technology",
     "university", "academia"),
    (r"Industry Association|Association of (?:\w+ )?(?:Industries|Manufacturers|Producers)|Fédération des (?:industries|entreprises)"
     r"|Chamber of Commerce|Chambre de commerce|Cámara de Comercio|Confederation of|Trade Association|Alliance of|Industry Council"
     r"|Business(?:Europe| Europe| Council| Association)", "industry_association", "private_sector"),
    (r"Organisation (?:mondiale|des|de coopération|internationale|européenne)|(?:World|International) (?:\w+ )?Organi[sz]ation|Organización"
     r" (?:Mundial|Internacional|de)|Nations [Uu]nies|United Nations|Naciones Unidas|Union internationale|International \w+ Union"
     r"|World Bank|Banque mondiale|Banco Mundial|Secrétariat de l['’]|Secretariat of", "intergovernmental", "intergovernmental"),
    (r"Institut|Institute|Instituto|Centre|Center|Centro|Académie|Academy|Academia|Laboratoire|Laboratory|Observatoire|Observatory",
     "research_institute", "expert_body"),
    (r"Fondation|Foundation|Fundación|ONG|NGO|Association|Asociación|Coalition|Alliance|Forum|Foro|Society|Réseau|Network",
     "ngo", "civil_society"),
    (r"Inc\.?$|Ltd\.?$|LLC$|GmbH|\bAG$|\bS\.?A\.?S?\.?$|\bSA$|Corp(?:oration)?\.?$|Company|Group$|Groupe|Solutions|Technologies"
     r"|Systems|Consulting|Labs?$|Bank$|Banque|Banco|Holdings?$|Partners|Networks$|Software|Telecom", "company", "private_sector"),
    (r"Comité|Committee|Commission|Comisión|Conseil|Council|Consejo|Office|Oficina", "other", "unknown"),
)
# Parts of a body that are told with the post: « Unité responsable des machines ».
UNITS = re.compile(r"^(?:Unité|Unit\b|Unidad|Section|Sección|Division|División|Service des|Sous-direction|Branch|Team|Équipe)", re.IGNORECASE)

# What says that a sentence reports what somebody said, in the third person.
SPEECH = re.compile(
    r"^(?:s'est |se |lui a |a |ont |avait |has |have |had |ha |han )?(?:également |aussi |ensuite |enfin |then |also |further |también )?"
    r"(?:dit|déclaré|souligné|indiqué|expliqué|estimé|rappelé|noté|fait (?:part|observer|valoir|remarquer|savoir)|précisé|ajouté"
    r"|présenté|proposé|appelé|demandé|remercié|salué|appuyé|insisté|affirmé|réaffirmé|mis|évoqué|abordé|conclu|commencé|donné|résumé"
    r"|plaidé|exprimé|décrit|partagé|exposé|félicité"
    r"|said|stated|noted|stressed|emphasi[sz]ed|highlighted|underlined|underscored|explained|presented|outlined|described|reported"
    r"|recalled|added|indicated|welcomed|supported|asked|called|urged|proposed|suggested|thanked|observed|pointed|expressed|shared"
    r"|discussed|gave|provided|argued|considered|reiterated|reaffirmed|concluded|introduced|spoke|informed|encouraged|believed|opened"
    r"|began|started|focused|summari[sz]ed|drew|made|took|addressed|warned|agreed|referred|commended|raised|illustrated|delivered"
    r"|dijo|declaró|señaló|indicó|explicó|subrayó|destacó|recordó|presentó|propuso|añadió|manifestó|expresó|afirmó|agradeció|instó|pidió"
    r"|apoyó|describió|expuso|informó|hizo|concluyó|abordó|sostuvo|observó|acogió|presentado|señalado|subrayado|destacado)\b",
    re.IGNORECASE,
)

# Who spoke together without a name: (printed, French, English), made from how many and who.
QUANTITIES = (
    ("tous les", "tous les", "all"), ("toutes les", "toutes les", "all"), ("la plupart des", "la plupart des", "most"),
    ("plusieurs", "plusieurs", "several"), ("certains", "certains", "some"), ("certaines", "certaines", "some"),
    ("de nombreux", "de nombreux", "many"), ("de nombreuses", "de nombreuses", "many"), ("nombre de", "nombre de", "many"),
    ("nombre d'", "nombre d'", "many"), ("beaucoup de", "beaucoup de", "many"), ("un certain nombre de", "un certain nombre de", "a number of"),
    ("quelques", "quelques", "a few"), ("d'autres", "d'autres", "other"), ("les autres", "les autres", "the other"), ("les", "les", "the"),
    ("all the", "tous les", "all the"), ("all", "tous les", "all"), ("most", "la plupart des", "most"), ("several", "plusieurs", "several"),
    ("some", "certains", "some"), ("many", "de nombreux", "many"), ("a number of", "un certain nombre de", "a number of"),
    ("a few", "quelques", "a few"), ("other", "d'autres", "other"), ("the other", "les autres", "the other"), ("the", "les", "the"),
    ("todos los", "tous les", "all"), ("la mayoría de los", "la plupart des", "most"), ("varios", "plusieurs", "several"),
    ("algunos", "certains", "some"), ("muchos", "de nombreux", "many"), ("los", "les", "the"),
    ("varias", "plusieurs", "several"), ("algunas", "certaines", "some"), ("las", "les", "the"),
)  # fmt: skip
GROUPS = (
    ("intervenants", "intervenants", "speakers"), ("orateurs", "orateurs", "speakers"), ("participants", "participants", "participants"),
    ("membres", "Membres", "Members"), ("délégations", "délégations", "delegations"), ("états", "États", "States"),
    ("pays", "pays", "countries"), ("représentants", "représentants", "representatives"), ("panélistes", "panélistes", "panellists"),
    ("parties prenantes", "parties prenantes", "stakeholders"), ("délégués", "délégués", "delegates"), ("experts", "experts", "experts"),
    ("speakers", "intervenants", "speakers"), ("members", "Membres", "Members"), ("delegations", "délégations", "delegations"),
    ("states", "États", "States"), ("countries", "pays", "countries"), ("representatives", "représentants", "representatives"),
    ("panellists", "panélistes", "panellists"), ("panelists", "panélistes", "panellists"), ("delegates", "délégués", "delegates"),
    ("stakeholders", "parties prenantes", "stakeholders"),
    ("oradores", "orateurs", "speakers"), ("participantes", "participants", "participants"), ("miembros", "Membres", "Members"),
    ("delegaciones", "délégations", "delegations"), ("estados", "États", "States"), ("países", "pays", "countries"),
    ("panelistas", "panélistes", "panellists"), ("representantes", "représentants", "representatives"),
)  # fmt: skip

# What sort of point a sentence makes, by a word in it; the first that fits. Without one, who speaks decides.
POINTS = (
    ("question", r"\?\s*$|\b(?:a demandé si|asked whether|preguntó si)\b"),
    ("commitment", r"\b(?:nous nous engageons|s'est engagé|s'engage|we commit|committed to|will continue to|nos comprometemos|se comprometió)\b"),
    ("call", r"\b(?:appelé|appelle|appelons|exhort\w+|invit[eé]s?|encourag[eé]\w*|call(?:s|ed)? (?:on|upon|for)|urge[sd]?|encourage[sd]?|invite[sd]?|instó|exhortó|pidió)\b"),
    ("concern", r"\b(?:préoccup\w+|inqui[eé]t\w+|alert[eé]\w*|mis en garde|concern(?:s|ed)?|worr(?:y|ied)|warn(?:ed|s)?|preocupaci\w+|advirti\w+)\b"),
    ("proposal", r"\b(?:propos[eé]\w*|suggér\w+|propose[sd]?|suggest(?:s|ed)?|propuso|sugirió)\b"),
    ("recommendation", r"\b(?:recommand\w+|devrai(?:t|ent)|recommend\w*|should|recomend\w+|debería[n]?)\b"),
    ("conclusion", r"\b(?:dans l'ensemble|en conclusion|overall|in conclusion|en conclusión)\b"),
)  # fmt: skip
