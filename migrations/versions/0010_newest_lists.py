"""The newest list of each body or text that goes on, as a view: what may be out of date is asked of it.

Why: a list of members of two years ago looks like today's; `seeds check` and a question tell which lists are old.
Data: no table changes; every migration makes the views of today's version anew.
Undo: nothing to undo in the tables.
"""

revision, down_revision = "0010", "0009"


def upgrade() -> None:
    """The views follow each migration."""


def downgrade() -> None:
    """The views that can stand on the older tables follow."""
