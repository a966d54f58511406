"""A question takes less than 300 MB, whatever it asks for, in every format and on both kinds of database."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.sql.limits import too_large

resource = pytest.importorskip("resource", reason="a system that limits no memory")

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux counts it")
MOST = 300 << 10  # kilobytes
MEASURED = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "cyberdiplo", *sys.argv[1:]], stdout=subprocess.DEVNULL)
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
LONG = (
    "with recursive c(n) as (select 1 union all select n + 1 from c where n < 100)"
    " select n, printf('%.*c', 3900000, 'x') as a from c"
)


def measured(words: list[str], database: str) -> tuple[int, int, str]:
    """The exit code, the most kilobytes that were held, and what was said."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *words],
        env=os.environ | {"CYBERDIPLO_DATABASE": database}, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    code, kilobytes = done.stdout.split()
    return int(code), int(kilobytes), done.stderr


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("format_", ["parquet", "xlsx", "table"])
def test_long_values_fill_no_memory(format_: str, mini_path: Path) -> None:
    code, kilobytes, told = measured(["sql", LONG, "--format", format_, "--timeout", "60"], str(mini_path))
    assert code in (0, 6), told
    assert kilobytes < MOST


@pytest.mark.usefixtures("home")
def test_one_long_value_of_a_server_is_refused_before_it_has_come(mini_url: str) -> None:
    code, kilobytes, told = measured(
        ["sql", "select repeat('x', 200000000)", "--format", "csv", "--timeout", "60"], mini_url
    )
    assert (code, "more memory than a question may use" in told) == (6, True), told
    assert kilobytes < MOST


@pytest.mark.parametrize("streams", [True, False])
def test_the_way_out_of_too_large_an_answer_is_not_the_format_that_it_has(streams: bool) -> None:
    assert ("--format csv" in too_large(streams=streams).hint) is not streams


@pytest.mark.usefixtures("home")
def test_a_number_without_end_is_text(mini_url: str) -> None:
    code, _, told = measured(["sql", "select 10::numeric ^ 10000", "--format", "csv"], mini_url)
    assert code == 0, told


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("megabytes", [100, 120])
def test_a_library_that_would_end_the_program_for_want_of_memory_is_not_begun(
    megabytes: int, mini_path: Path, tmp_path: Path
) -> None:
    limit = (megabytes << 20, megabytes << 20)
    done = subprocess.run(
        [sys.executable, "-m", "cyberdiplo", "forums", "--output", str(tmp_path / "forums.parquet")],
        env=os.environ | {"CYBERDIPLO_DATABASE": str(mini_path)}, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, limit),
    )  # fmt: skip
    assert (done.returncode, "more memory than there is" in done.stderr) == (6, True), done.stderr
    assert list(tmp_path.iterdir()) == []
