"""Ctrl-C ends the program without a traceback, from its first line on."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

RUN = """
import builtins, os, runpy, signal, sys
signal.signal(signal.SIGINT, signal.{before})
plain = builtins.__import__

def interrupted(name, *more, **others):
    if name == {name!r}:
        builtins.__import__ = plain
        os.kill(os.getpid(), signal.SIGINT)
    return plain(name, *more, **others)

builtins.__import__ = interrupted
sys.argv = ["cyberdiplo", "--version"]
runpy.run_module("cyberdiplo", run_name="__main__")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("name", "before", "code"),
    [
        ("cyberdiplo.cli.main", "default_int_handler", 130),  # where it begins
        ("cyberdiplo.cli.main", "SIG_IGN", 0),  # a shell's background job
    ],
)
def test_ctrl_c_while_the_program_starts_says_nothing(name: str, before: str, code: int) -> None:
    ran = RUN.format(name=name, before=before)
    done = subprocess.run([sys.executable, "-c", ran], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, "")


AFTER = """
import gc, os, runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
gc.freeze = lambda: os.kill(os.getpid(), signal.SIGINT)
sys.argv = ["cyberdiplo", "--version"]
runpy.run_module("cyberdiplo", run_name="__main__")
"""
BEFORE = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = ["cyberdiplo", "--version"]
import cyberdiplo.__main__
os.kill(os.getpid(), signal.SIGINT)
time.sleep(10)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("ran", [BEFORE, AFTER], ids=["before", "after"])
def test_ctrl_c_before_the_program_begins_or_when_all_is_done_ends_it_without_a_word(ran: str) -> None:
    done = subprocess.run([sys.executable, "-c", ran], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (-signal.SIGINT, "")


UNDER_WAY = """
import sys
import cyberdiplo.__main__
import cyberdiplo.cli.main
from cyberdiplo.store.signals import Terminated

def app():
    try:
        raise {interrupt}
    finally:
        raise ValueError("a library could not go back from where it was")

cyberdiplo.cli.main.app = app
sys.argv = ["cyberdiplo"]
cyberdiplo.__main__.main()
"""


@pytest.mark.parametrize(
    ("interrupt", "code", "word"),
    [
        ("KeyboardInterrupt", 130, ""),
        ("Terminated(15)", -signal.SIGTERM, ""),
        ("KeyError('ours')", 1, "cyberdiplo itself failed: ValueError"),
    ],
)
def test_an_error_on_the_way_out_of_an_interrupt_is_the_interrupt(interrupt: str, code: int, word: str) -> None:
    script = UNDER_WAY.format(interrupt=interrupt)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == code
    assert word in done.stderr
    assert bool(word) == bool(done.stderr)
