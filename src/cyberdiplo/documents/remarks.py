"""The old name of ``caveats``, for ``drafts.closing``."""

from cyberdiplo.documents.caveats import CAVEATS as REMARKS

__all__ = ["REMARKS"]
