"""The shipped collection has a name that no folder can have, and a load remembers where its collection lay.

Why: a user's folder called seeds was taken for the shipped one, and each took the other's rows out.
Data: what came with the program is renamed; folders that a user loaded from a folder called seeds keep that name. Where
a user's own reference folder took the place of the shipped one, its few countries tell it. Where earlier loads lay is
not known, and is left empty.
Undo: the shipped collection is called seeds again, a user's own of that name seeds-own; the column goes.
"""

from alembic import op
from sqlalchemy import Column, Text, text

revision, down_revision = "0003", "0002"

SHIPPED = "cyberdiplo/seeds"
SOURCES = """
    afp-french-proposal-2020 allafrica-au-g20 asean-japan-centre-outline asean-pages britannica-g20 ccdcoe
    cldr-country-names copies-and-weak-pages-un-track council-of-europe-pages cyber-policy-portal
    dag-hammarskjold-library-observers dig-watch-other digital-watch-and-diplo-un-track diplomatie-gouv-fr
    eu-cyber-direct eu-dk-membership eu-law-pages fr-de-ministerial-2022 g20-g7-pages government-nl-brexit
    government-pages-un-track hajnal-summit-meetings initiative-sites intergovernmental-pages-un-track
    jagran-josh-asean law-firm-notes liquisearch-un-observers membership-lists nation-pk-sco-2019
    national-authorities oas-au-pages oecd-legal osce-nato-pages other-forums-chapter press-other
    press-un-track research-institutes research-pages-un-track sco-brics-pages standards-pages
    tbt-notification-pages trade-monitoring uiuc-eu-enlargement uk-legislation un-country-names
    un-ga-resolutions-data un-gge-members un-oewg-text un-press un-treaty-collection un-vote-lists unoda-pages
    unodc-pages us-government-pages voeten-roll-calls wto-pages wto-tbt-cyber-2023
"""
LATER = "shipped later"  # the digest of a shipped folder of a later version, in a database that went down and up again
COUNTRIES = 100  # the shipped reference folder has all of the world's; nobody's own has so many


def upgrade() -> None:
    # Not in batch mode: it would rebuild the table for a column that can simply be added.
    collation = "C" if op.get_bind().dialect.name == "postgresql" else None
    op.add_column("loads", Column("origin", Text(collation=collation), nullable=False, server_default=""))
    connection = op.get_bind()
    for name in SOURCES.split():
        _rename(f"folder = 'sources/{name}'")
    _rename(f"digest = '{LATER}'")
    whole = "select load_id from countries group by load_id having count(*) > :many"
    if connection.execute(text(whole), {"many": COUNTRIES}).fetchall():
        _rename(f"folder = 'reference' and (digest = '' or id in ({whole.replace(':many', str(COUNTRIES))}))")


def _rename(what: str) -> None:
    op.execute(f"update loads set dataset = '{SHIPPED}' where dataset = 'seeds' and {what}")


def downgrade() -> None:
    op.execute("update loads set dataset = 'seeds-own' where dataset = 'seeds'")
    listed = ", ".join(f"'sources/{name}'" for name in SOURCES.split())
    later = f"folder like 'sources/%' and folder not in ({listed})"
    op.execute(f"update loads set digest = '{LATER}' where dataset = '{SHIPPED}' and {later}")
    op.execute(f"update loads set dataset = 'seeds' where dataset = '{SHIPPED}'")
    op.drop_column("loads", "origin")
