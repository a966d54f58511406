"""``cyberdiplo`` and ``python -m cyberdiplo``."""

# Nothing before this that is read from a file, not even __future__: meanwhile Ctrl-C would show a traceback. It is what
# signal is made of, and built in.
import _signal  # type: ignore[import-not-found]
import sys

TYPE_CHECKING = False  # typing takes milliseconds too
if TYPE_CHECKING:
    from typing import BinaryIO, TextIO


PROGRAM = __name__ == "__main__" or sys.argv[0].endswith(("cyberdiplo", "cyberdiplo.exe"))


def _handle_interrupt(handler: object, expected: object) -> None:
    """Replace the handler of Ctrl-C, if it is the expected one: a program may be started with Ctrl-C switched off."""
    if PROGRAM and _signal.getsignal(_signal.SIGINT) is expected:
        _signal.signal(_signal.SIGINT, handler)


_handle_interrupt(_signal.SIG_DFL, _signal.default_int_handler)  # nothing has begun yet: Ctrl-C just ends it

import _thread  # noqa: E402
import atexit  # noqa: E402
import gc  # noqa: E402
import io  # noqa: E402
import os  # noqa: E402


def main() -> None:
    """Run the command line; a closed pipe ends quietly, and a problem of ours is said in a sentence."""
    gc.set_threshold(100_000, 20, 20)  # what is imported is looked through less often, a thirtieth of a short command
    _open_missing_streams()
    _use_utf8()
    os.umask(os.umask(0o077) & 0o077)  # what its owner may not even read is no use to anybody, and cannot be swept
    end: SystemExit | None = None
    try:
        _handle_interrupt(_signal.default_int_handler, _signal.SIG_DFL)
        from cyberdiplo.cli.words import language

        _refuse_undecodable()
        language.choose()  # before what has help is imported, for it is looked up then
        from cyberdiplo.cli.main import app

        try:
            app()
        except SystemExit as exited:
            end = exited
        _flush(sys.stderr)
        _flush(sys.stdout)
    except BrokenPipeError:
        _flush(sys.stdout)
    except OSError as error:
        if end is not None and end.code:  # it was told
            os._exit(1)
        os._exit(_tell_unwritten(error))  # what is left in the buffer cannot be written either
    except Exception as error:
        if (interrupt := _find_interrupt(error)) is not None:
            _end_by(interrupt)
        if os.environ.get("CYBERDIPLO_DEBUG"):
            raise
        sys.exit(_report_bug(error))
    except BaseException as error:
        _end_by(error)
    finally:
        _handle_interrupt(_signal.SIG_DFL, _signal.default_int_handler)  # all is done
        gc.freeze()  # nothing is looked through on the way out, a seventh of a short command's time
    if end is not None:
        _leave(end)
        raise end


def _leave(end: SystemExit) -> None:
    """End at once, where nothing waits for the end: taking all apart that was imported is a twentieth of a command.

    Both streams are flushed. What measures, listens or works on (a profiler, coverage, a thread) gets a usual end.
    """
    watched = atexit._ncallbacks() or _thread._count() or sys.gettrace() or sys.getprofile() or sys.flags.inspect
    if PROGRAM and not watched and isinstance(end.code, int | None):
        os._exit(end.code or 0)


def _tell_unwritten(error: OSError) -> int:
    """Say why standard output was not written, or that there is too little memory; the exit code."""
    from cyberdiplo.errors import is_out_of_memory

    if is_out_of_memory(error):
        return _report_bug(error)
    from cyberdiplo.messages import say_system, tr

    reason = tr("the answer could not be written: {reason}.", reason=say_system(error))
    print(tr("error: {error}", error=reason), file=sys.stderr)
    print(tr("hint: {hint}", hint=tr("make room, or let it go elsewhere.")), file=sys.stderr, flush=True)
    return 1


def _find_interrupt(error: BaseException) -> BaseException | None:
    """What was under way when an error came up: an interrupt that a library could not take where it struck."""
    while (before := error.__context__) is not None:
        if isinstance(before, KeyboardInterrupt) or (not isinstance(before, Exception) and hasattr(before, "number")):
            return before
        error = before
    return None


def _end_by(interrupt: BaseException) -> None:
    """End as an interrupt or a signal asks; anything else goes on up."""
    if atomic := sys.modules.get("cyberdiplo.store.atomic"):  # it may strike between a file and its block
        atomic.abandon()
    if isinstance(interrupt, KeyboardInterrupt):
        sys.exit(130)
    if (number := getattr(interrupt, "number", None)) is None:
        raise interrupt
    from cyberdiplo.store.signals import die

    die(number)


def _open_missing_streams() -> None:
    """A service or a launcher may start a program without them; a file opened later must not take their numbers.

    What is closed stays so for whoever writes to it: reading gives nothing, writing to standard output fails.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)  # the lowest number is this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, "w" if number else "r", closefd=False))  # noqa: SIM115


class Unheard(io.TextIOWrapper):
    """Standard error, where a sentence that nobody can read (a closed pipe, a full disk) stops no work and no answer.

    Its exit code says what came of a command; without this a load that has to wait, and says so, would end there.
    """

    def __init__(self, stream: "BinaryIO") -> None:
        super().__init__(stream, "utf-8", "backslashreplace", "\n", line_buffering=True)

    def write(self, text: str) -> int:
        """Write it, or let it be."""
        try:
            return super().write(text)
        except OSError:
            self._let_be()
            return len(text)

    def flush(self) -> None:
        """Flush what is there, or let it be."""
        try:
            super().flush()
        except OSError:
            self._let_be()

    def _let_be(self) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)


def _refuse_undecodable() -> None:
    """What a shell gave in another encoding cannot be compared with anything: begin again with UTF-8, or say so."""
    for word in sys.argv[1:]:
        if word.isascii() or not any("\udc80" <= sign <= "\udcff" for sign in word):
            continue
        try:
            os.fsencode(word).decode()
        except UnicodeDecodeError:
            from cyberdiplo.messages import tr

            sentence = tr("the argument {word} is not UTF-8 text.", word=ascii(word))
            print(tr("error: {error}", error=sentence), file=sys.stderr)
            hint = tr("write it in UTF-8; a file of such a name has to be renamed.")
            print(tr("hint: {hint}", hint=hint), file=sys.stderr)
            sys.exit(2)
        if not sys.flags.utf8_mode:  # the locale is what is wrong
            os.environ["PYTHONUTF8"] = "1"
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):  # UTF-8 out whatever the locale, or é breaks under ASCII
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    if sys.stderr is sys.__stderr__:
        sys.stderr = Unheard(sys.stderr.buffer)  # type: ignore[union-attr, arg-type]


def _report_bug(error: Exception) -> int:
    """Say that the fault is ours, unless there is too little memory even to say what is; the exit code."""
    from cyberdiplo.errors import is_out_of_memory

    if is_out_of_memory(error):
        os.write(2, b"error: there is too little memory.\n")
        return 6
    from cyberdiplo.messages import tr
    from cyberdiplo.settings import mask

    sentence = tr("cyberdiplo itself failed: {kind}: {reason}", kind=type(error).__name__, reason=error)
    print(mask(tr("error: {error}", error=sentence)), file=sys.stderr)
    hint = tr("please report it, with what CYBERDIPLO_DEBUG=1 prints for the same command.")
    print(tr("hint: {hint}", hint=hint), file=sys.stderr)
    return 1


def _flush(stream: "TextIO") -> None:
    """Write what is still in the buffer; where the pipe is closed, drop it rather than fail at exit."""
    try:
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main()
