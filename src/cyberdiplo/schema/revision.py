"""The newest migration, known without Alembic by the names of the files; a test holds it equal to Alembic's head."""

from cyberdiplo.settings import resource

NAMES = (path.name for path in (resource("migrations") / "versions").iterdir())
REVISION = max(name[:4] for name in NAMES if name[0].isdigit() and name.endswith(".py"))
