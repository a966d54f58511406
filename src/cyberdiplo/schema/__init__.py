"""What the database is: tables by area, views, vocabulary."""

from pathlib import Path

GENERATED = Path(__file__).parent / "generated"  # made when the program is built or installed, and never in git
