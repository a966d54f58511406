"""The catalogues compiled for ``gettext`` when the program is built or installed; only here is Babel needed."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from babel.messages import mofile, pofile


def main(folder: Path = Path(__file__).parents[1] / "locale") -> None:
    """Write the .mo beside each .po, where it would change."""
    for path in folder.glob("*/LC_MESSAGES/*.po"):
        with path.open("rb") as file:
            catalogue = pofile.read_po(file, locale=path.parts[-3], abort_invalid=True)
        compiled_now = BytesIO()
        mofile.write_mo(compiled_now, catalogue)
        compiled = path.with_suffix(".mo")
        if not compiled.is_file() or compiled.read_bytes() != compiled_now.getvalue():
            beside = compiled.with_suffix(f".{os.getpid()}")
            beside.write_bytes(compiled_now.getvalue())
            beside.replace(compiled)  # whole or not at all, for others may read it now


if __name__ == "__main__":
    main()
