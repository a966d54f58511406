"""The newest migration, known without Alembic by the names of the files; a test holds it equal to Alembic's head."""

from cyberdiplo.settings import resource

REVISION = max(path.name[:4] for path in (resource("migrations") / "versions").glob("[0-9]*.py"))
