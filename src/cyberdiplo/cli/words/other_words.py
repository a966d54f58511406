"""What else people call options and commands, in both languages: which of a command was meant by one that it has not.

An option is also called what stands above the column of its name (``--pays``, for country). The rest is data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cyberdiplo.text.names import fold
from cyberdiplo.text.nearest import find_misspelt, find_nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OPTIONS: dict[str, str] = {
    "about": "au-sujet-de sur",
    "active-on": "actif-le en-cours-le le",
    "after": "apres",
    "all": "tout tous toutes every each full",
    "attribution": "attribue-a",
    "before": "avant",
    "capacity": "titre a-quel-titre qualite en-qualite-de role",
    "check": "verifier controler",
    "codes": "avec-codes",
    "columns": "colonnes colonne champs fields column",
    "country": "pays etat nation state",
    "counts": "compter decomptes",
    "database": "base base-de-donnees db bdd",
    "document": "fichier",
    "documents": "dossier-des-documents",
    "dry-run": "essai simulation a-blanc",
    "empty": "vide vider",
    "event": "etape",
    "excel": "tableur spreadsheet",
    "explain": "expliquer plan",
    "file": "fichier",
    "first": "premier premiere un",
    "force": "forcer ecraser overwrite",
    "form": "forme",
    "format": "sous-forme-de type-de-fichier",
    "forum": "enceinte instance organe body",
    "from": "depuis du debut des partir a-partir-de since after start",
    "full": "entier complet integral whole all",
    "group": "groupe",
    "guard": "proteger protection",
    "headers": "entetes en-tetes",
    "help": "aide",
    "in": "dans",
    "install-completion": "installer-completion",
    "into": "vers dans",
    "introduced-by": "auteur depose-par presente-par parraine-par propose-par sponsor author proposed-by",
    "issuer": "emetteur emis-par auteur issued-by author",
    "kind": "nature genre sorte",
    "lang": "langue language",
    "legal-force": "force force-obligatoire contraignant binding",
    "like": "comme modele",
    "limit": "limite max maximum nombre top head",
    "link": "lien",
    "map": "correspondance",
    "match": "accord-avec",
    "matrix": "matrice tableau-croise table",
    "measure": "mesure texte loi resolution text law",
    "meeting": "reunion seance session",
    "method": "methode mode",
    "no-excel": "sans-excel",
    "no-guard": "sans-protection",
    "no-header": "sans-entete sans-en-tete noheader",
    "no-pager": "sans-pagination",
    "no-search": "sans-recherche",
    "offset": "decalage sauter skip",
    "on": "le jour date day",
    "organisation": "organization organisme entreprise company",
    "output": "sortie fichier enregistrer out file save",
    "param": "parametre parameter",
    "parent": "rattachement",
    "place": "endroit lieu",
    "process": "processus",
    "publisher": "editeur",
    "quiet": "silencieux silence silent",
    "record": "fiche sujet",
    "rejects": "rejets refus",
    "remove": "retirer supprimer enlever delete",
    "replace": "remplacer",
    "resolution": "texte mesure measure text",
    "role": "fonction",
    "roll-call": "scrutin",
    "second": "deuxieme autre other",
    "section": "rubrique partie part",
    "show-completion": "montrer-completion",
    "since": "depuis from du a-partir-de after",
    "sort": "tri trier ordre trier-par order order-by",
    "source": "document",
    "speaker": "orateur oratrice intervenant intervenante personne person who",
    "stage": "etape phase",
    "stance": "avis camp pour-ou-contre side",
    "status": "statut",
    "strict": "stricte",
    "style": "forme",
    "subject": "objet sujet",
    "symbols": "cotes",
    "timeout": "delai",
    "title": "titre intitule",
    "to": "jusque jusqu-a au fin until before end",
    "topic": "sujet theme thematique matiere subject about",
    "type": "nature genre sorte kind",
    "unit": "unite",
    "verb": "verbe",
    "verbose": "bavard detaille",
    "version": "quelle-version",
    "vote": "voix",
    "what": "quoi",
    "with": "avec",
}
COMMANDS: dict[str, str] = {
    "add": "ajouter",
    "agreement": "accord concordance",
    "brief": "note fiche resume briefing",
    "cite": "citer citation bibliographie bibliography references",
    "compare": "comparer comparaison",
    "countries": "etats",
    "db": "base",
    "export": "exporter",
    "figures": "nombres numbers",
    "forums": "instances organes bodies",
    "import": "importer",
    "load": "charger",
    "measures": "textes lois laws resolutions instruments",
    "meetings": "seances sessions",
    "query": "questions requete",
    "remove": "retirer supprimer delete",
    "search": "chercher rechercher recherche find",
    "show": "montrer afficher voir",
    "speakers": "intervenants personnes people persons",
    "statements": "interventions propos said",
    "timeline": "chronologie calendrier calendar",
    "topics": "sujets subjects",
    "verify": "verifier",
}
SHORTEST = 2  # letters of a word that may be meant for another


def find_meant(word: str, known: Iterable[str], table: Mapping[str, str]) -> list[str]:
    """Those of the known options or commands that a word is another word for, else those it is nearly spelt as.

    All are without hyphens before them.
    """
    typed, names = _plain(word), list(known)
    if len(typed) < SHORTEST:
        return []
    meant = [name for name in names if typed in map(_plain, [*table.get(name, "").split(), *_headings(name)])]
    return meant or find_misspelt(word, names, most=1) or find_nearest(word, names)


def _plain(word: str) -> str:
    """Without accents, hyphens and the s of a plural."""
    return "".join(fold(word.replace("_", " ")).split()).rstrip("s")


def _headings(name: str) -> list[str]:
    """What French readers see above the column of that name."""
    from cyberdiplo.render.style import french_heading

    return list(filter(None, (french_heading(name.replace("-", "_")),)))


def explain_option(error: Any) -> None:
    """Let a mistake of Click's about an option say which option of the command was meant, by what it is called."""
    from cyberdiplo.messages import tr
    from cyberdiplo.text.nearest import did_you_mean

    if error.ctx is None:
        return
    options = {
        option.lstrip("-"): option
        for parameter in error.ctx.command.get_params(error.ctx)
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("--")
    }
    meant = [options[name] for name in find_meant(error.option_name.lstrip("-"), options, OPTIONS)]
    error.possibilities = None
    error.message = tr("No such option: {name}", name=error.option_name)
    if meant:
        hint = did_you_mean(meant)
        error.message = f"{error.message}. {hint[:1].upper()}{hint[1:]}"
