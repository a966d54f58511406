"""YAML that every reader takes for the same values: text is always in quotes, so that 3.10 and NO stay text."""

from __future__ import annotations

import json
import math
import re
from typing import IO, TYPE_CHECKING, Any

from cyberdiplo.render.style import Style, make_plain
from cyberdiplo.result import make_keys

if TYPE_CHECKING:
    from cyberdiplo.result import Result

BARE = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9_]*")
BEYOND_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # JSON has them in text as they are, YAML not
LONGEST_KEY = 500  # a reader looks no further than 1024 characters for the colon


def write_yaml(result: Result, out: IO[str], _style: Style) -> None:
    """A list of mappings, one a row."""
    writers = [_array if name in result.arrays else _value for name in result.columns]
    names = [_key(name) for name in make_keys(result.columns)]
    empty = True
    for row in result.rows:
        empty = False
        mark = "- "
        for name, write, value in zip(names, writers, row, strict=True):
            out.write(f"{mark}{name} {write(make_plain(value))}\n")
            mark = "  "
    if empty:
        out.write("[]\n")


def _key(name: str) -> str:
    key = name if BARE.fullmatch(name) else _text(name)
    return f"{key}:" if len(key) <= LONGEST_KEY else f"? {key}\n  :"


def _value(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"
        number = repr(value)
        return number if "." in number else number.replace("e", ".0e")  # 1e+22 without a point is text in YAML 1.1
    return json.dumps(value)


def _array(value: Any) -> str:
    """JSON is YAML too, but for the characters that only JSON has in text as they are."""
    return _escape(json.dumps(json.loads(value), ensure_ascii=False))


def _text(value: str) -> str:
    return _escape(json.dumps(value, ensure_ascii=False))


def _escape(text: str) -> str:
    return BEYOND_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
