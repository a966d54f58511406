"""Whose statement it is has a word where nobody is named: a view changes.

Why: in a list of statements the cell of who said it was empty for what a document or an agency says itself.
Data: no table changes; every migration makes the views of today's version anew.
Undo: nothing to undo in the tables.
"""

revision, down_revision = "0011", "0010"


def upgrade() -> None:
    """The views follow each migration."""


def downgrade() -> None:
    """The views that can stand on the older tables follow."""
