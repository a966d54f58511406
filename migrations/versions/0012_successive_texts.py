"""Which text follows which in a line of texts, as a view: who changed position is asked of it.

Why: two rival texts of one month were compared by default, and "changed position" said what nobody had done.
Data: no table changes; every migration makes the views of today's version anew.
Undo: nothing to undo in the tables.
"""

revision, down_revision = "0012", "0011"


def upgrade() -> None:
    """The views follow each migration."""


def downgrade() -> None:
    """The views that can stand on the older tables follow."""
