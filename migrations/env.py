"""How Alembic reaches the database: through the connection that cyberdiplo hands over, or ``-x database=…``."""

from alembic import context

from cyberdiplo import settings
from cyberdiplo.schema.search_tables import SEARCH_TABLES
from cyberdiplo.schema.tables import METADATA
from cyberdiplo.store import migrate
from cyberdiplo.store.address import database_at


def run(connection: object) -> None:
    context.configure(
        connection=connection,  # type: ignore[arg-type]
        target_metadata=METADATA,
        render_as_batch=True,
        transactional_ddl=True,
        include_name=lambda name, kind, _: kind != "table" or name not in SEARCH_TABLES,
        autogenerate_plugins=["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"],
    )
    with context.begin_transaction():
        context.run_migrations()


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    run(handed_over)
else:
    with (
        migrate.migrating(
            database_at(settings.database(context.get_x_argument(as_dictionary=True).get("database")))
        ) as opened,
        migrate.keeping_views(opened),
    ):
        run(opened)
