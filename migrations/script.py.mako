<%
def ours(code):
    """Alembic's lines with our batch mode, which keeps all that is in a table; without its remarks."""
    kept = [line for line in (code or "pass").splitlines() if not line.lstrip().startswith("# ###")]
    return "\n".join(kept).strip().replace("op.batch_alter_table(", "batch(").replace(", schema=None)", ")")
%>\
"""${message}

Why: …
Data: what becomes of the rows that are there.
Undo: what is lost.
"""

import sqlalchemy as sa
from alembic import op
% if "batch_alter_table" in f"{upgrades}{downgrades}":

from cyberdiplo.store.batch import batch
% endif
${imports if imports else ""}
revision, down_revision = ${repr(up_revision)}, ${repr(down_revision)}


def upgrade() -> None:
    ${ours(upgrades)}


def downgrade() -> None:
    ${ours(downgrades)}
% if "drop_column" in downgrades or "drop_table" in downgrades:
    # What the older tables have no place for is in the folders still, which are read again at the next load.
    op.execute("update loads set digest = 'undone' where digest <> ''")
% endif
