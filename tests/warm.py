"""The program in a fork of a process that has its libraries in memory: what a fresh one would answer, for less.

Thousands of tests start the program, and half of what that costs is Python's own start and the libraries. Nothing of
the program itself is loaded before the fork, so that it finds its surroundings as in a process of its own. What changes
Python itself (its own variables, a locale without UTF-8) needs a fresh process: ``fits`` says so.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from pathlib import Path

# What nearly every command imports that is not ours.
LIBRARIES = (
    *("typer", "typer.completion", "sqlite3", "json", "csv", "difflib", "decimal", "gettext", "unicodedata", "hashlib"),
    *("tempfile", "threading", "select", "tomllib", "urllib.parse", "textwrap", "datetime", "fcntl", "runpy"),
)
ROOT = Path(__file__).parents[1]
PATIENCE = 120  # seconds


def fits(env: dict[str, str]) -> bool:
    """Whether a process with these variables could be a fork of this one."""
    python = {name: value for name, value in env.items() if name.startswith("PYTHON")}
    here = {name: value for name, value in os.environ.items() if name.startswith("PYTHON")}
    locale = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    measured = any(name.startswith("COVERAGE_") for name in env)  # each process writes what of it was run
    return hasattr(os, "fork") and python == here and not measured and locale.upper().endswith(("UTF-8", "UTF8"))


class Warm:
    """A process that is ready to run the program, again and again."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.warm", str(theirs.fileno())],
                pass_fds=[theirs.fileno()], env=os.environ | {"LC_ALL": "C.UTF-8"},
                cwd=ROOT,  # where this module is found; a test may have gone elsewhere before it starts the first one
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,  # as what it runs will have
            )  # fmt: skip
        return ours

    def close(self) -> None:
        """End it."""
        if self._socket and self._process:
            self._socket.close()
            self._process.communicate()

    def run(self, words: tuple[str, ...], env: dict[str, str], stdin: str | None) -> subprocess.CompletedProcess[str]:
        """What ``subprocess.run`` gives for the program with these words, its output captured as text."""
        pipes = [os.pipe(), os.pipe(), os.pipe()]
        theirs = [pipes[0][0] if stdin is not None else 0, pipes[1][1], pipes[2][1]]
        os.umask(mask := os.umask(0))
        request = json.dumps([words, env, str(Path.cwd()), mask], ensure_ascii=True).encode()
        self._socket = connection = self._socket or self._start()
        connection.sendall(len(request).to_bytes(8))
        socket.send_fds(connection, [b"."], theirs)
        connection.sendall(request)
        for end in (pipes[0][0], pipes[1][1], pipes[2][1]):
            os.close(end)
        number = int.from_bytes(_receive(connection, 8))
        with ThreadPoolExecutor(3) as pool:
            pool.submit(_write, pipes[0][1], (stdin or "").encode())
            said = [pool.submit(_read, pipes[1][0]), pool.submit(_read, pipes[2][0])]
            connection.settimeout(PATIENCE)
            try:
                status = int.from_bytes(_receive(connection, 8), signed=True)
            except TimeoutError:
                os.kill(number, signal.SIGKILL)
                raise
            out, err = (one.result().decode("utf-8") for one in said)
        return subprocess.CompletedProcess(words, status, out, err)


def _read(end: int) -> bytes:
    with os.fdopen(end, "rb") as file:
        return file.read()


def _write(end: int, text: bytes) -> None:
    with suppress(BrokenPipeError), os.fdopen(end, "wb") as file:
        file.write(text)


def _receive(connection: socket.socket, size: int) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        if not (part := connection.recv(size - len(parts))):
            raise EOFError
        parts += part
    return bytes(parts)


def serve(connection: socket.socket) -> None:
    """Fork for each request, tell the number of the process, then how it ended. A fork returns from here."""
    for library in LIBRARIES:
        import_module(library)
    while True:
        try:
            size = int.from_bytes(_receive(connection, 8))
        except EOFError:
            os._exit(0)
        _, streams, _, _ = socket.recv_fds(connection, 1, 3)
        words, env, folder, mask = json.loads(_receive(connection, size))
        if not (number := os.fork()):
            connection.close()
            for there, stream in enumerate(streams):
                os.dup2(stream, there)
                os.close(stream)
            os.environ.clear()
            os.environ.update(env)
            os.chdir(folder)
            os.umask(mask)
            sys.argv = ["cyberdiplo", *words]
            sys.orig_argv = [sys.executable, "-m", "cyberdiplo", *words]
            return
        for stream in streams:
            os.close(stream)
        connection.sendall(number.to_bytes(8))
        _, status = os.waitpid(number, 0)
        connection.sendall(os.waitstatus_to_exitcode(status).to_bytes(8, signed=True))


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
    import runpy

    runpy.run_module("cyberdiplo", run_name="__main__", alter_sys=True)
