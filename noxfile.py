"""Each check by its name: ``nox -s quick``; ``nox -l`` lists them. What decides is ``.ci/run``.

Every session has a virtual environment of its own. ``nox --no-venv -s lint types`` runs in the one that you are in,
which has what ``pip install -e . --group dev`` brings.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import nox

nox.needs_version = ">=2026.10"
nox.options.sessions = ["quick", "lint", "types", "migrations", "seeds"]
nox.options.reuse_existing_virtualenvs = True


def install(session: nox.Session, *words: str) -> None:
    """Install the package and what a session needs, unless the session runs in the environment that is there."""
    if session.virtualenv.venv_backend != "none":
        session.install("-e", ".", *words)


@nox.session(python=["3.11", "3.12", "3.13", "3.14"], default=False)
def tests(session: nox.Session) -> None:
    """Every test, in random order."""
    install(session, "--group", "test")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def quick(session: nox.Session) -> None:
    """While you work, some six hundred tests in half a minute: the first cases of those that build little."""
    install(session, "--group", "test")
    session.run("python", "-m", "pytest", "-m", "not slow", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Formatter and linter."""
    if session.virtualenv.venv_backend != "none":
        session.install("--group", "lint")
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """mypy, strict."""
    install(session, "--group", "types")
    session.run("mypy")


@nox.session
def migrations(session: nox.Session) -> None:
    """All migrations on an empty file, and what they make against the tables in the code."""
    install(session)
    database = Path(session.create_tmp(), "migrated.sqlite")
    database.unlink(missing_ok=True)
    session.run("alembic", "-x", f"database={database}", "upgrade", "head")
    session.run("alembic", "-x", f"database={database}", "check")


@nox.session
def seeds(session: nox.Session) -> None:
    """The form of the shipped seed files and every rule that rows must keep."""
    install(session)
    session.run("cyberdiplo", "seeds", "check", "seeds")
    session.run("cyberdiplo", "seeds", "fmt", "--check", "seeds")


@nox.session(default=False)
def messages(session: nox.Session) -> None:
    """The catalogue of messages brought along with the code; what is new in it waits for its French."""
    install(session, "--group", "test")
    session.run("python", "-m", "tests.catalogue")


@nox.session(default=False)
def generate(session: nox.Session) -> None:
    """All that is written by commands, anew: headers of seeds, pages, answers; read what git shows as changed."""
    install(session, "--group", "test")
    session.run("python", "-m", "tests.generate")


@nox.session(default=False)
def wheel(session: nox.Session) -> None:
    """The wheel, installed alone, asked from another folder with an empty home."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        session.run("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), ".")
        session.run("python", "-m", "venv", str(folder / "plain"))
        programs = folder / "plain" / ("Scripts" if os.name == "nt" else "bin")
        install = [str(programs / "python"), "-m", "pip", "install", "--quiet"]
        session.run(*install, str(next(folder.glob("cyberdiplo-*.whl"))), external=True)
        bare = {"PATH": os.environ["PATH"], "HOME": str(folder / "home"), "LC_ALL": "C.UTF-8"}
        bare |= {word: os.environ[word] for word in ("SYSTEMROOT", "TEMP", "LOCALAPPDATA") if word in os.environ}
        for place in ("home", "elsewhere"):
            (folder / place).mkdir()
        with session.chdir(folder / "elsewhere"):
            for question in ("speakers --forum OTC --output speakers.csv", "db status --format csv"):
                words = [str(programs / "cyberdiplo"), *question.split()]
                session.run(*words, env=bare, include_outer_env=False, external=True)
            lines = Path("speakers.csv").read_text("utf-8").splitlines()
            words = [str(programs / "cyberdiplo"), "speakers", "--lang=fr", "--help"]
            french = session.run(*words, env=bare, include_outer_env=False, external=True, silent=True)
        if "Emploi" not in str(french):
            session.error("the wheel should say its help in French too")
        if len(lines) != 13:
            session.error(f"the wheel should name 12 speakers under a header, and wrote {len(lines)} lines")


@nox.session(default=False)
def forge(session: nox.Session) -> None:
    """The forge's files: workflows, issue forms and updates by their schemas, and what is unsafe in workflows."""
    if session.virtualenv.venv_backend != "none":
        session.install("--group", "forge")
    workflows = sorted(str(path) for path in Path(".github", "workflows").glob("*.yml"))
    forms = sorted(str(path) for path in Path(".github", "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
    session.run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *workflows)
    session.run("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *forms)
    session.run("check-jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml")
    session.run("check-jsonschema", "--builtin-schema", "vendor.citation-file-format", "CITATION.cff")
    session.run("zizmor", "--offline", "--pedantic", "--no-progress", ".github")


@nox.session(default=False)
def dist(session: nox.Session) -> None:
    """What is uploaded, in dist/; the tag of a release may be given and must be the version's."""
    if session.virtualenv.venv_backend != "none":
        session.install("--group", "release")
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build")
    files = sorted(str(path) for path in Path("dist").iterdir())
    session.run("twine", "check", "--strict", *files)
    newest = max(path.name[:4] for path in Path("migrations", "versions").glob("[0-9]*.py"))
    if session.posargs and not list(Path("tests", "store", "databases").glob(f"{newest}*.xz")):
        session.error(f"a release keeps a database of its revision, {newest}: see tests/store/databases/README.md")
    for tag in session.posargs:
        if not any(f"-{tag.removeprefix('v')}.tar.gz" in path for path in files):
            session.error(f"{tag} is not the version of {', '.join(files)}")


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """uv.lock says what pyproject.toml asks for."""
    if session.virtualenv.venv_backend != "none":
        session.install("uv>=0.13")
    session.run("uv", "lock", "--check", external=True)


@nox.session(default=False)
def coverage(session: nox.Session) -> None:
    """Every test with its lines and branches counted, in its processes too, and the floor in pyproject.toml."""
    install(session, "--group", "coverage")
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report", "--skip-covered", "--sort", "cover")


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """The benchmark: ``nox -s bench -- --only question,export``."""
    install(session, "--group", "bench")
    session.run("python", "-m", "benchmarks.run", *session.posargs)


@nox.session(default=False)
def mutate(session: nox.Session) -> None:
    """What no test sees when it is broken; CONTRIBUTING says how to read it: ``nox -s mutate -- --sample 40``."""
    install(session, "--group", "test")
    session.run("python", "-m", "tests.mutate", *session.posargs)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Commands made up by machine, thousands of them: ``nox -s fuzz -- --examples 500 --seed 7``."""
    install(session, "--group", "test")
    session.run("python", "-m", "tests.trust.fuzz", *session.posargs)


@nox.session(default=False)
def soak(session: nox.Session) -> None:
    """Ten thousand questions from eight processes while loads go on: ``nox -s soak -- --scale 0.1`` a tenth of them."""
    install(session, "--group", "test")
    session.run("python", "-m", "tests.trust", "--only", "soak", *session.posargs)


@nox.session(default=False)
def audit(session: nox.Session) -> None:
    """What is installed against the list of known weaknesses, which has to be asked for on the network."""
    install(session, "--group", "test")
    session.install("pip-audit>=2.10")
    session.run("pip-audit", "--local", "--skip-editable")


@nox.session(default=False, venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """Every test with the oldest versions that pyproject.toml allows."""
    install(session, "--resolution", "lowest-direct", "--group", "test")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session(default=False)
def newest(session: nox.Session) -> None:
    """Every test with the newest versions that pyproject.toml allows, those before a release included."""
    install(session, "--pre", "--upgrade", "--upgrade-strategy", "eager", "--group", "test")
    session.run("python", "-m", "pytest", *session.posargs)
