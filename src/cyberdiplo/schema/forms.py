"""In which form the values of a column are written, where its type does not say it: French, English."""

from __future__ import annotations

FORMS: dict[str, tuple[str, str]] = {
    "word": (
        "minuscules sans accent, traits d'union et traits de soulignement",
        "unaccented lower-case letters, hyphens and underscores",
    ),
    "language": (
        "étiquette de langue BCP 47, en minuscules : fr, en, mul, und",
        "BCP 47 language tag, lower case: fr, en, mul, und",
    ),
    "id": (
        "minuscules sans accent, chiffres et traits d'union simples",
        "unaccented lower-case letters, digits and single hyphens",
    ),
    "date": ("date partielle : AAAA, AAAA-MM ou AAAA-MM-JJ", "partial date: YYYY, YYYY-MM or YYYY-MM-DD"),
    "time": ("heure locale HH:MM, sur 24 heures", "local time HH:MM, 24 hours"),
    "country": ("code ISO 3166 alpha-3, ou EU", "ISO 3166 alpha-3 code, or EU"),
    "sort_name": ("noms de famille, virgule, prénoms", "family names, comma, given names"),
    "alpha2": ("deux lettres majuscules", "two capital letters"),
    "m49": ("trois chiffres, zéros initiaux compris", "three digits, leading zeros included"),
    "comparator": (
        "eq exactement, approx environ, gt plus de, ge au moins, lt moins de, le au plus, range de … à …",
        "eq exactly, approx about, gt more than, ge at least, lt less than, le at most, range from … to …",
    ),
    "value": (
        "écrite en entier, dans l'unité de la colonne unit : 160 milliards s'écrit 160000000000",
        "in full magnitude, in the unit of the column unit: 160 billion is 160000000000",
    ),
    "flag": ("0 ou 1", "0 or 1"),
    "url": ("URL http ou https", "http or https URL"),
    "file_name": ("nom seul, sans chemin", "name alone, without a path"),
    "sha256": ("SHA-256 en hexadécimal, 64 caractères", "SHA-256 in hexadecimal, 64 characters"),
    "field": ("nom d'une colonne de la table de la fiche, ou vide", "name of a column of the record's table, or empty"),
    "locator": (
        "sorte d'endroit, puis son numéro ou son nom ; jamais un numéro seul",
        "kind of place, then its number or name; never a number alone",
    ),
    "anchor": (
        "mots tels qu'imprimés, dans la langue du document, ou vide",
        "words as printed, in the language of the document, or empty",
    ),
    "record_id": (
        "minuscules sans accent, chiffres et traits d'union simples ; pour un pays, code ISO 3166 alpha-3 ou EU",
        "unaccented lower-case letters, digits and single hyphens; for a country, its ISO 3166 alpha-3 code or EU",
    ),
    "utc": ("date et heure ISO 8601, en UTC", "ISO 8601 date and time, in UTC"),
    "version": ("numéro de version : 0.1.0", "version number: 0.1.0"),
    "digest": ("SHA-256 en hexadécimal, 64 caractères, ou vide", "SHA-256 in hexadecimal, 64 characters, or empty"),
    "norm": (
        "minuscules sans accent et chiffres, les mots séparés par une espace",
        "unaccented lower-case letters and digits, words separated by one space",
    ),
}
