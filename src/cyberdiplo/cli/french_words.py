"""What help says in French, by what it says in English; read only where French is wanted.

A paragraph, an option's help or a heading each, spaces as one. Questions say theirs in their own files.
"""

from __future__ import annotations

# The help of options and arguments.
OPTIONS = {
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
    "Not the answer, but how it would be found: where, plan, indexes, sizes.": (
        "Non la réponse, mais comment elle serait trouvée : où, plan, index, tailles."
    ),
    "Say the version and stop.": "Dire la version et s'arrêter.",
    "Install completion for the current shell.": "Installer la complétion pour le shell en cours.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Montrer la complétion pour le shell en cours, pour la copier ou l'adapter."
    ),
    "Id, acronym, alias or name, in any language.": "Identifiant, sigle ou nom, dans n'importe quelle langue.",
    "text, json or markdown.": "text (texte), json ou markdown.",
    "text or json.": "text (texte) ou json.",
    "text, sql, json, markdown or mermaid.": "text (texte), sql, json, markdown ou mermaid.",
    "csv, jsonl, parquet, sqlite or popolo.": "csv, jsonl, parquet, sqlite ou popolo.",
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
    "A name of 'query list'.": "Un nom de « query list ».",
    "Lower-case letters, digits and hyphens.": "Lettres minuscules, chiffres et traits d'union.",
    "Begin as this question is.": "Partir de cette question.",
    "How it is written; else as the ending of --output says, else text.": (
        "Comment l'écrire ; sinon selon la terminaison de --output, sinon en texte."
    ),
    "The folder that has the source documents.": "Le dossier où se trouvent les documents sources.",
    "Seed folders to verify as they are; none: what the database has.": (
        "Dossiers de données à vérifier tels quels ; aucun : ce que contient la base."
    ),
    "Seed folders alone, without the shipped seeds beside.": (
        "Les dossiers de données seuls, sans les données fournies à côté."
    ),
    "Only this source.": "Seulement cette source.",
    "The source documents: list the places that nothing cites.": (
        "Les documents sources : énumérer les endroits que rien ne cite."
    ),
    "A folder that is new or empty.": "Un dossier nouveau ou vide.",
    "Take the place of an earlier export.": "Prendre la place d'un export précédent.",
    "Seed folders: a collection, or one folder of it. None: the shipped seeds.": (
        "Dossiers de données : une collection, ou un de ses dossiers. Aucun : les données fournies."
    ),
    "Begin a new database without the shipped seeds.": "Commencer une base nouvelle sans les données fournies.",
    "A new database without its search index, for a large load; 'cyberdiplo db index' makes it.": (
        "Une base nouvelle sans son index de recherche, pour un grand chargement ; « cyberdiplo db index » le fait."
    ),
    "Take a folder that was loaded out again, with all its rows, where no others need them.": (
        "Retirer un dossier chargé, avec toutes ses lignes, si aucune autre n'en a besoin."
    ),
    "Say nothing but errors.": "Ne rien dire, sauf les erreurs.",
    "Seed folders; none: ./seeds where there is one, else the shipped ones.": (
        "Dossiers de données ; aucun : ./seeds s'il existe, sinon les données fournies."
    ),
    "The source documents: check anchors and copied words in them.": (
        "Les documents sources : y contrôler les ancres et les mots recopiés."
    ),
    "Exit 4 for warnings too.": "Code de sortie 4 pour les avertissements aussi.",
    "As for a database without the shipped seeds.": "Comme pour une base sans les données fournies.",
    "Change nothing; exit 4 where something would change.": (
        "Ne rien changer ; code de sortie 4 si quelque chose devait changer."
    ),
    "Small letters, digits, hyphens: wto-tbt-cyber-2023.": (
        "Minuscules, chiffres, traits d'union : wto-tbt-cyber-2023."
    ),
    "Your collection; else ./seeds where there is one, else ./my-seeds.": (
        "Votre collection ; sinon ./seeds s'il existe, sinon ./my-seeds."
    ),
    "The document: gives file name and SHA-256.": "Le document : donne le nom du fichier et le SHA-256.",
    "Its title as printed.": "Son titre tel qu'imprimé.",
    "Where the copy goes.": "Où va la copie.",
    "A backup that 'cyberdiplo db backup' made.": "Une copie faite par « cyberdiplo db backup ».",
    "Let --output replace a write-protected file too.": (
        "Laisser --output remplacer aussi un fichier protégé en écriture."
    ),
    "Also where rows that were loaded before are not in the folders any more; without it they are listed.": (
        "Même si des lignes chargées auparavant ne sont plus dans les dossiers ; sans cela, elles sont énumérées."
    ),
    "Tables or views; none: all.": "Tables ou vues ; aucune : toutes.",
}

# Paragraphs of the help of commands, and what the list of commands says of them.
COMMANDS = {
    "Who said what, in which capacity, in which forum, under which mandate, about which measure, and where it is"
    " written: multilateral cyber diplomacy.": (
        "Qui a dit quoi, à quel titre, dans quelle enceinte, sous quel mandat, sur quelle mesure, et où cela est"
        " écrit : la cyberdiplomatie multilatérale."
    ),
    "Defaults (lang, database, format, excel) may stand in cyberdiplo/config.toml in your configuration folder"
    ' (~/.config on Linux), as lines such as: format = "csv"': (
        "Les réglages par défaut (lang, database, format, excel) peuvent figurer dans cyberdiplo/config.toml, dans"
        ' votre dossier de configuration (~/.config sous Linux), en lignes telles que : format = "csv"'
    ),
    "Exit codes: 0 fine, 1 failure, 2 wrong usage, 3 no or several such names, 4 bad seed or input file, 5 database"
    " missing, unreadable or of another version, 6 stopped by a limit, 130 interrupted.": (
        "Codes de sortie : 0 bien, 1 échec, 2 mauvais emploi, 3 aucun ou plusieurs de ce nom, 4 mauvais fichier de"
        " données ou d'entrée, 5 base absente, illisible ou d'une autre version, 6 arrêt par une limite,"
        " 130 interruption."
    ),
    "One record whole, by id, acronym, alias or name in any language.": (
        "Une fiche entière, par identifiant, sigle ou nom dans n'importe quelle langue."
    ),
    "Full text over everything, ranked, with where it is written.": (
        "Plein texte sur tout, par pertinence, avec où cela est écrit."
    ),
    "Meetings, events and processes in order.": "Réunions, étapes et processus dans l'ordre.",
    "Canned questions: list them, show one, run one.": "Questions toutes prêtes : liste, détail, réponse.",
    "Your own question in SQL, read-only.": "Votre question en SQL, en lecture seule.",
    "Where a record is written, as text, BibTeX or CSL-JSON.": (
        "Où une fiche est écrite, en texte, BibTeX ou CSL-JSON."
    ),
    "Every anchor against the source documents themselves.": "Chaque ancre face aux documents sources mêmes.",
    "All tables and wide views, with a data package description.": (
        "Toutes les tables et vues larges, avec leur description (data package)."
    ),
    "Seed folders into the database.": "Des dossiers de données dans la base.",
    "Check seed files, repair their form, begin a new source.": (
        "Contrôler les fichiers de données, réparer leur forme, commencer une source."
    ),
    "Where the database is and what state it is in; upgrade, back up, restore.": (
        "Où est la base et dans quel état ; mise à niveau, copie, restauration."
    ),
    "One record whole: names, dates, who, what was said, relations, and where each is written.": (
        "Une fiche entière : noms, dates, qui, ce qui a été dit, relations, et où chaque chose est écrite."
    ),
    "Canned questions: list them, show one, run one, begin one of your own.": (
        "Questions toutes prêtes : les lister, en montrer une, y répondre, en commencer une à vous."
    ),
    "Every canned question, ours and your own.": "Toutes les questions, les nôtres et les vôtres.",
    "What a question asks, its parameters and its SQL.": "Ce que demande une question, ses paramètres et son SQL.",
    "Begin a question of your own, from a template or from another question.": (
        "Commencer une question à vous, d'après un modèle ou une autre question."
    ),
    "Run a question; its parameters are options.": "Répondre à une question ; ses paramètres sont des options.",
    "Where a record is written: each citation with its source, its place and, where there is a page, a link that"
    " opens at the passage. For a source, the source itself.": (
        "Où une fiche est écrite : chaque citation avec sa source, son endroit et, s'il y a une page, un lien qui"
        " s'ouvre au passage. Pour une source, la source même."
    ),
    "Check every citation in the documents: is the place there, does the anchor stand in it once, is a footnote that"
    " of the right person. Exit code 1 where one fails.": (
        "Contrôler chaque citation dans les documents : l'endroit existe-t-il, l'ancre y figure-t-elle une fois, une"
        " note est-elle celle de la bonne personne. Code de sortie 1 si l'une échoue."
    ),
    "Documents are found by their SHA-256. A format or a file gives every citation that was checked; without one, a"
    " summary and what fails.": (
        "Les documents se retrouvent par leur SHA-256. Avec un format ou un fichier, chaque citation contrôlée ;"
        " sans, un résumé et ce qui échoue."
    ),
    "All tables and a wide view for each noun, with a data package description (datapackage.json).": (
        "Toutes les tables et une vue large par nom, avec leur description (datapackage.json)."
    ),
    "csv, jsonl and parquet: tables/ has each table as its seed file has it, wide/ has ids beside labels in French and"
    " English. sqlite: one file with both. popolo: persons, organizations, memberships, events, areas and speeches in"
    " one popolo.json, in the language of --lang.": (
        "csv, jsonl et parquet : tables/ a chaque table comme son fichier de données, wide/ a les identifiants à côté"
        " des libellés en français et en anglais. sqlite : un fichier avec les deux. popolo : personnes, organisations,"
        " appartenances, événements, lieux et discours dans un popolo.json, dans la langue de --lang."
    ),
    "The tables as CSV make the database again: cyberdiplo load --empty --database NEW.sqlite DIR/tables": (
        "Les tables en CSV refont la base : cyberdiplo load --empty --database NOUVELLE.sqlite DOSSIER/tables"
    ),
    "The folder appears when it is complete, or not at all. CSV is written as it is: text that begins with =, +, - or"
    " @ may be computed by a spreadsheet that opens it; 'cyberdiplo measures --format xlsx' and --excel guard against"
    " that.": (
        "Le dossier apparaît une fois complet, ou pas du tout. Le CSV est écrit tel quel : un tableur peut calculer le"
        " texte qui commence par =, +, - ou @ ; « cyberdiplo measures --format xlsx » et --excel en protègent."
    ),
    "Bring the database to what seed folders say, in one transaction, or change nothing.": (
        "Amener la base à ce que disent les dossiers de données, en une transaction, ou ne rien changer."
    ),
    "Loading a folder again brings its rows up to date. What would go, because the folder or the collection no longer"
    " has it, is listed and stays until --replace says that it may. A database that is not there yet begins with the"
    " shipped seeds.": (
        "Recharger un dossier met ses lignes à jour. Ce qui partirait, parce que le dossier ou la collection ne l'a"
        " plus, est énuméré et reste tant que --replace ne le permet pas. Une base qui n'existe pas encore commence"
        " avec les données fournies."
    ),
    "--remove takes a folder out by its name (my-source, or my-seeds/sources/my-source), in one transaction.": (
        "--remove retire un dossier par son nom (my-source, ou my-seeds/sources/my-source), en une transaction."
    ),
    "Every problem in seed files, by file, row, column and rule, with what would be right.": (
        "Chaque erreur des fichiers de données, par fichier, ligne, colonne et règle, avec ce qui serait juste."
    ),
    "Repair the form of seed files (separators, line ends, accents, apostrophes, columns, order), never content.": (
        "Réparer la forme des fichiers de données (séparateurs, fins de ligne, accents, apostrophes, colonnes, ordre),"
        " jamais le contenu."
    ),
    "A file that is no sound CSV (quotes that do not close, a row with more cells than columns) is left as it is.": (
        "Un fichier qui n'est pas un CSV sain (guillemets non fermés, ligne à plus de cellules que de colonnes) reste"
        " tel quel."
    ),
    "Begin the seed folder of a source document: every file with its header, and an expect.toml to fill in.": (
        "Commencer le dossier d'un document source : chaque fichier avec son en-tête, et un expect.toml à remplir."
    ),
    "The path of the database that is asked; of one on a server the URL, without its password.": (
        "Le chemin de la base interrogée ; pour une base sur un serveur l'URL, sans son mot de passe."
    ),
    "Place, size, revision, rows, sizes and use of indexes, and soundness of the database.": (
        "Emplacement, taille, révision, lignes, taille et emploi des index, et intégrité de la base."
    ),
    "Bring the database to this version: its schema by migrations, then the shipped seeds; your own rows stay.": (
        "Amener la base à cette version : son schéma par migrations, puis les données fournies ; vos lignes restent."
    ),
    "All of it is one transaction: it is done whole, or the database is as it was.": (
        "Le tout est une seule transaction : elle est faite en entier, ou la base reste telle qu'elle était."
    ),
    "Put a backup in the place of the database; the file that was there is kept beside it, under another name.": (
        "Mettre une copie à la place de la base ; le fichier qui s'y trouvait est gardé à côté, sous un autre nom."
    ),
    "What is no sound database of cyberdiplo's, or was made by a newer one, is refused.": (
        "Ce qui n'est pas une base saine de cyberdiplo, ou vient d'une version plus récente, est refusé."
    ),
    "A sound copy of the database, also while others use it; on a server, pg_dump makes it.": (
        "Une copie saine de la base, même pendant que d'autres s'en servent ; sur un serveur, pg_dump la fait."
    ),
    "The tables and views with their columns, what these mean, point at and may hold.": (
        "Les tables et vues avec leurs colonnes : ce qu'elles signifient, désignent et peuvent contenir."
    ),
    "Make the search index anew.": "Refaire l'index de recherche.",
}

# What stands between: titles of lists, and what Click itself says. A regular expression each, for the whole text.
AROUND = (
    (r"^Usage: ", "Emploi : "),
    (r"COMMAND \[ARGS\]\.\.\.", "COMMANDE [ARGUMENTS]..."),
    (r"^Options:$", "Options :"),
    (r"^Arguments:$", "Arguments :"),
    (r"^Commands:$", "Commandes :"),
    (r"^Questions:$", "Questions :"),
    (r"^Ask:$", "Interroger :"),
    (r"^Cite and prove:$", "Citer et prouver :"),
    (r"^Data:$", "Données :"),
    (r"\[required\]", "[obligatoire]"),
    (r"\[default: ", "[défaut : "),
    (r"\[env(\s+)var:", r"[variable\1:"),
    (r"Show this message and exit\.", "Afficher cette aide."),
    (r"; required\]", " ; obligatoire]"),
    (r"; default: ", " ; défaut : "),
)

# Helps that end in a list which is made of data.
BEGINNINGS = (
    (r"One of: (.*)", r"L'un de : \1"),
    (r"Only records of this kind: (.*)", r"Seulement les fiches de cette nature : \1"),
    (r"Write to a file: (.*) say the style\.", r"Écrire dans un fichier : \1 disent le style."),
    (r"One record whole: (cyberdiplo .*) NAME", r"Une fiche entière : \1 NOM"),
    (r"Examples?: (.*)", r"Exemples : \1"),
)

# The words for values: NAME is NOM.
METAVARS = {
    "NAME": "NOM",
    "WORD": "MOT",
    "WORDS": "MOTS",
    "FILE": "FICHIER",
    "FOLDER": "DOSSIER",
    "DIR": "DOSSIER",
    "PATH": "CHEMIN",
    "PATH_OR_URL": "CHEMIN_OU_URL",
    "TEXT": "TEXTE",
    "INTEGER": "ENTIER",
    "NUMBER": "NOMBRE",
    "SECONDS": "SECONDES",
    "VALUE": "VALEUR",
    "STATEMENT": "INSTRUCTION",
}
