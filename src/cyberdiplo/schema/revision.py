"""The newest migration: known without Alembic; a test holds it equal to Alembic's head."""

REVISION = "0008"
