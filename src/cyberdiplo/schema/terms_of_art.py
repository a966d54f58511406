"""Terms of the field that mean the same, in both languages: whoever searches for one means the others too.

A line is a notion, its terms with semicolons between them: true synonyms and standard translations only, not what is
near. Accents, case, the form of a word, little words and what stands between two parts of a word (``cyber-attaque``,
``cyber attack``) are compared without a list.
"""

from __future__ import annotations

TERMS = """
chiffrement; cryptage; encryption
cryptographie; cryptography
chiffrement de bout en bout; end-to-end encryption
comportement responsable; conduite responsable; responsible behaviour; responsible conduct
rançongiciel; logiciel rançonneur; rançonlogiciel; ransomware
cyberattaque; attaque informatique; attaque cyber; cyberattack
cybersécurité; cybersecurity
sécurité de l'information; sécurité des systèmes d'information; information security
sécurité informatique; computer security; IT security
cyberdéfense; cyberdefence; cyberdefense
cyberespace; cyberspace
cyberdiplomatie; diplomatie numérique; cyber diplomacy; digital diplomacy
cybercriminalité; cybercrime; criminalité informatique; computer crime; délinquance informatique
cybermenace; menace informatique; cyber threat
cyberincident; incident informatique; incident cyber; cyber incident
cyberespionnage; espionnage informatique; cyber espionage
cyberrésilience; résilience cyber; cyber resilience
cyberopération; opération cyber; cyber operation
cyberharcèlement; harcèlement en ligne; cyberbullying; online harassment
cyberassurance; assurance cyber; cyber insurance
guerre informatique; guerre cybernétique; cyberguerre; cyber warfare; cyberwar
cyberarme; arme informatique; cyber weapon
piratage; hacking
pirate informatique; hacker
hameçonnage; filoutage; phishing
logiciel malveillant; programme malveillant; maliciel; malware; malicious software
logiciel espion; spyware
logiciel intrusif; outil d'intrusion; intrusion tool
capacité d'intrusion cyber; cyberintrusion; cyber intrusion capability
attaque par déni de service; déni de service; DDoS; denial of service
réseau de zombies; botnet
hypertrucage; deepfake
désinformation; disinformation
mésinformation; misinformation
commerce électronique; e-commerce; electronic commerce
commerce numérique; digital trade
économie numérique; digital economy
fracture numérique; fossé numérique; digital divide
signature électronique; electronic signature; e-signature
authentification électronique; electronic authentication; e-authentication
identité numérique; digital identity
étiquetage; labelling
protection des données; data protection
données personnelles; données à caractère personnel; personal data
vie privée; privacy
RGPD; règlement général sur la protection des données; GDPR; General Data Protection Regulation
localisation des données; data localisation; data residency
flux de données; flux transfrontières de données; data flows; cross-border data flows
informatique en nuage; nuage; cloud computing; cloud
intelligence artificielle; IA; artificial intelligence; AI
apprentissage automatique; machine learning
informatique quantique; quantum computing
chaîne de blocs; blockchain
cryptomonnaie; cryptoactif; cryptocurrency; crypto asset
monnaie virtuelle; virtual currency
internet des objets; objets connectés; IdO; IoT; internet of things
produits connectés; connected products; connected devices
équipements radio; équipements radioélectriques; radio equipment
technologies de l'information et des communications; TIC; information and communications technologies;
  information and communication technologies; ICT; ICTs
porte dérobée; backdoor
divulgation coordonnée des vulnérabilités; coordinated vulnerability disclosure; CVD
divulgation responsable; responsible disclosure
vulnérabilité; vulnerability
faille du jour zéro; zero-day; zero day vulnerability
confiance zéro; zero trust
sécurité dès la conception; sécurité par défaut; security by design; secure by design
code source; source code
logiciel libre; code source ouvert; open source; open-source software
nomenclature logicielle; nomenclature de logiciel; SBOM; software bill of materials
chaîne d'approvisionnement; supply chain
infrastructures critiques; infrastructures essentielles; infrastructures d'importance vitale; critical infrastructure
infrastructures critiques de l'information; critical information infrastructure
câble sous-marin; submarine cable; undersea cable; subsea cable
noyau public de l'internet; public core of the internet
équipe d'intervention informatique d'urgence; équipe d'intervention en cas d'urgence informatique; CERT;
  computer emergency response team
équipe de réponse aux incidents de sécurité informatique; CSIRT; computer security incident response team
réponse aux incidents; traitement des incidents; incident response; incident handling
partage d'informations; échange d'informations; information sharing; exchange of information; information exchange
point de contact; points of contact; PoC
répertoire des points de contact; annuaire des points de contact; points of contact directory; PoC directory
renforcement des capacités; renforcer les capacités; développement des capacités; capacity-building;
  capacity development; strengthen capacities; build capacity
mesures de confiance; mesures de renforcement de la confiance; MDC; confidence-building measures; CBM
mesures de transparence et de confiance; transparency and confidence-building measures
devoir de diligence; diligence requise; due diligence
droit international; international law
droit international humanitaire; DIH; droit des conflits armés; droit de la guerre; international humanitarian law; IHL;
  law of armed conflict
droits de l'homme; droits humains; human rights
droit de la mer; law of the sea
légitime défense; self-defence; self-defense
emploi de la force; recours à la force; use of force
conflit armé; armed conflict
contre-mesures; countermeasures
non-intervention; non-ingérence; non-interference
souveraineté; sovereignty
souveraineté numérique; digital sovereignty
responsabilité des États; responsabilité de l'État; State responsibility
obligation de rendre des comptes; accountability
attribution; imputation
règlement pacifique des différends; règlement des différends; peaceful settlement of disputes; dispute settlement
Charte des Nations Unies; Charte de l'ONU; United Nations Charter; UN Charter; Charter of the United Nations
instrument juridiquement contraignant; legally binding instrument
contraignant; binding
volontaire; voluntary
norme volontaire; voluntary norm
normes de comportement; norms of behaviour
normes, règles et principes; norms, rules and principles
parties prenantes; parties intéressées; stakeholders
multipartite; multi-acteurs; multistakeholder
multilatéral; multilateral
société civile; civil society
organisation non gouvernementale; ONG; NGO; non-governmental organisation
secteur privé; private sector
petites et moyennes entreprises; PME; small and medium-sized enterprises; SMEs
petites, moyennes et microentreprises; MPME; MSMEs
pays en développement; pays en voie de développement; developing country
pays les moins avancés; PMA; least developed country; LDC
petits États insulaires en développement; PEID; small island developing States; SIDS
union européenne; UE; European Union; EU
Nations Unies; ONU; United Nations; UN
Assemblée générale; AGNU; General Assembly; UNGA
Conseil de sécurité; Security Council; UNSC
Secrétaire général; Secretary-General
Corée du Nord; RPDC; North Korea; DPRK
Première Commission; First Committee
Troisième Commission; Third Committee
dialogue institutionnel régulier; regular institutional dialogue
programme d'action; programme of action; PoA
groupe de travail à composition non limitée; GTCNL; open-ended working group; OEWG
groupe d'experts gouvernementaux; GEG; group of governmental experts; GGE
comité spécial; ad hoc committee; AHC
groupe des amis; group of friends
mécanisme mondial; mécanisme permanent; global mechanism; permanent mechanism
rapport final; final report
rapport d'étape; rapport d'activité annuel; annual progress report; APR
ordre du jour; agenda
résolution; resolution
projet de résolution; draft resolution
déclaration commune; déclaration conjointe; joint statement
droit de réponse; right of reply
mise en œuvre; implementation
entrée en vigueur; entry into force
obstacles techniques au commerce; OTC; technical barriers to trade; TBT
organisation mondiale du commerce; OMC; world trade organization; WTO
préoccupations commerciales spécifiques; PCS; specific trade concerns; STC
évaluation de la conformité; conformity assessment
normes internationales; international standards
normes techniques; technical standards
réglementation technique; règlement technique; technical regulation
reconnaissance mutuelle; accord de reconnaissance mutuelle; mutual recognition; mutual recognition agreement; MRA
équivalence; equivalence
accès aux marchés; market access
organisme de normalisation; standards body; standardisation body; standards organisation
gestion des risques; risk management
évaluation des risques; analyse des risques; risk assessment
fondé sur les risques; fondée sur le risque; risk-based
surveillance du marché; market surveillance
télécommunications; telecommunications; telecoms
sécurité nationale; national security
secret des affaires; secret commercial; trade secret
propriété intellectuelle; intellectual property
sensibilisation; awareness-raising; awareness
formation; training
assistance technique; technical assistance
coopération internationale; international cooperation
entraide judiciaire; mutual legal assistance
preuve électronique; preuves numériques; electronic evidence; digital evidence; e-evidence
exploitation sexuelle des enfants; abus sexuels sur enfants; child sexual exploitation; child sexual abuse
pédopornographie; child pornography
diffusion non consentie d'images intimes; non-consensual dissemination of intimate images
blanchiment d'argent; blanchiment de capitaux; money laundering
égalité des genres; égalité entre les sexes; égalité des sexes; gender equality
femmes; women
jeunes; youth
genre; gender
hôpital; hospital
santé; health
terrorisme; terrorism
prolifération; proliferation
désarmement; disarmament
armes légères; small arms
parlement; parliament
gouvernance de l'internet; internet governance
sommet mondial sur la société de l'information; SMSI; world summit on the information society; WSIS
forum sur la gouvernance de l'internet; FGI; internet governance forum; IGF
union internationale des télécommunications; UIT; international telecommunication union; ITU
5G; cinquième génération; fifth generation
code de conduite; code of conduct
code de bonnes pratiques; code of practice
bonnes pratiques; pratiques exemplaires; best practices; good practices
feuille de route; roadmap; road map
cadre réglementaire; regulatory framework
fragmentation réglementaire; regulatory fragmentation
stratégie nationale; national strategy
sanctions; restrictive measures; mesures restrictives
boîte à outils cyberdiplomatique; cyber diplomacy toolbox
ingérence électorale; ingérence dans les élections; election interference; electoral interference
élection; election
harcèlement; harassment
sécurité des produits; product safety
"""

# What the adjective of a country means; its names are in the database.
ADJECTIVES = """
French, français: FRA
German, allemand: DEU
British, britannique, anglais: GBR
American, américain, états-unien: USA
Chinese, chinois: CHN
Russian, russe: RUS
Japanese, japonais: JPN
Indian, indien: IND
Brazilian, brésilien: BRA
Canadian, canadien: CAN
Australian, australien: AUS
Dutch, néerlandais: NLD
Swiss, suisse: CHE
Italian, italien: ITA
Spanish, espagnol: ESP
Portuguese, portugais: PRT
Polish, polonais: POL
Estonian, estonien: EST
Latvian, letton: LVA
Lithuanian, lituanien: LTU
Finnish, finlandais: FIN
Swedish, suédois: SWE
Norwegian, norvégien: NOR
Danish, danois: DNK
Austrian, autrichien: AUT
Belgian, belge: BEL
Irish, irlandais: IRL
Czech, tchèque: CZE
Ukrainian, ukrainien: UKR
Turkish, turc, turque: TUR
Iranian, iranien: IRN
Israeli, israélien: ISR
Egyptian, égyptien: EGY
Kenyan, kényan: KEN
Nigerian, nigérian: NGA
Ghanaian, ghanéen: GHA
Moroccan, marocain: MAR
Pakistani, pakistanais: PAK
Indonesian, indonésien: IDN
Malaysian, malaisien: MYS
Singaporean, singapourien: SGP
Vietnamese, vietnamien: VNM
Mexican, mexicain: MEX
Colombian, colombien: COL
Chilean, chilien: CHL
Argentinian, argentin: ARG
Cuban, cubain: CUB
Korean, coréen: KOR
Hungarian, hongrois: HUN
Greek, grec, grecque: GRC
Romanian, roumain: ROU
European, européen: EU
North Korean, nord-coréen: PRK
South Korean, sud-coréen: KOR
South African, sud-africain: ZAF
New Zealand, néo-zélandais: NZL
"""
