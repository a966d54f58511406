"""What is wrong with a file: which, where in it, what, and what to do."""

from __future__ import annotations

from cyberdiplo.errors import BadSeed
from cyberdiplo.messages import tr


class Unsound(BadSeed):
    """A file that is not what it has to be. A room that says more in its place has the parts of the sentence."""

    def __init__(self, name: str, what: str, *, line: int | None = None, hint: str = "") -> None:
        place = f"{name}:{line}" if line else name
        super().__init__(tr("{place}: {what}.", place=place, what=what), hint=hint)
        self.what, self.line = what, line
