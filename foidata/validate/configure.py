"""Configure: what a check is told by a file and by options, as one.

A file is `foidata.toml`, or the table `[tool.foidata]` of a `pyproject.toml`. The nearest one is found from the folder
in which somebody works, never from that of the data: who sends data does not decide how it is judged.
"""

import datetime
import json
import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foidata.documents.document import Unreadable
from foidata.packages.fault import Fault
from foidata.packages.judge import judge
from foidata.packages.place import steps_of
from foidata.rules.words import did_you_mean
from foidata.standard.configuration import Configuration
from foidata.validate.choose import meant
from foidata.validate.formats import named
from foidata.validate.globs import anchored
from foidata.validate.tomllines import Steps, line_of

OWN, SHARED = "foidata.toml", "pyproject.toml"
TABLE = ("tool", "foidata")
"""Where the settings are in a file that is shared with other tools."""


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Something in the settings that means nothing."""

    way: Steps
    """The keys that lead to it."""
    message: str
    word: str = ""
    """What stands there."""
    unknown: bool = False
    """Whether it names something that does not exist."""

    def __str__(self) -> str:
        keys = ".".join(step for step in self.way if isinstance(step, str))
        return f"{keys}: {self.message}" if keys else self.message


def configure(config: Configuration | str | Path | None = None, **options: Any) -> Configuration:
    """The settings in a file, or those given, with options over them. An option of None or nothing is none.

    `select` starts afresh: what the file selects and ignores is set aside. `ignore` adds to what the file ignores, and
    `severity` to what it re-rates; any other option takes the place of what the file says. Raises Unreadable for a
    file, LookupError for a rule, level, severity or format that does not exist, ValueError for what has another form.
    """
    base = Configuration() if config is None else config
    if not isinstance(base, Configuration):
        base = read_configuration(Path(base))
    options |= {name: [options[name]] for name in ("select", "ignore") if isinstance(options.get(name), str)}
    given = {name: _plain(value) for name, value in options.items() if value not in (None, (), [], {})}
    over, wrong = _configuration(given)
    for one in wrong:
        raise LookupError(str(one)) if one.unknown else ValueError(str(one))
    return _laid_over(base, over)


def find_configuration(folder: Path) -> Path | None:
    """The nearest file with settings: in a folder, then in those above it, no further than the top of a repository."""
    start = folder.resolve()
    for place in (start, *start.parents):
        own, shared = place / OWN, place / SHARED
        if own.is_file():
            return own
        if shared.is_file() and _inside(_toml(shared), TABLE) is not None:
            return shared
        if (place / ".git").exists():
            return None
    return None


def read_configuration(path: Path) -> Configuration:
    """The settings in a file; its paths and globs count from its own folder.

    Raises Unreadable, naming the line, when something in it means nothing.
    """
    table: Steps = TABLE if path.name == SHARED else ()
    settings = _inside(_toml(path), table)
    if settings is None:
        raise Unreadable(f"{path} has no table [{'.'.join(TABLE)}]: add one, or name another file.")
    found, wrong = _configuration(settings)
    if wrong:
        first, text = wrong[0], path.read_text(encoding="utf-8-sig")
        more = f" (and {len(wrong) - 1} more like this)" if len(wrong) > 1 else ""
        raise Unreadable(f"{path}:{line_of(text, (*table, *first.way), first.word)}: {first}{more}")
    folder = path.parent
    return found.but(
        per_file={anchored(glob, folder): words for glob, words in (found.per_file or {}).items()} or None,
        waivers=str(folder / found.waivers) if found.waivers else None,
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from None
    except UnicodeDecodeError:
        raise Unreadable(f"{path} is not UTF-8, as TOML must be: save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        reason, _, where = str(error).partition(" (at ")
        line = re.search(r"line (\d+)", where)
        raise Unreadable(f"{path}:{line[1] if line else 1}: this is not TOML: {reason.lower()}.") from None


def _inside(value: Any, way: Steps) -> Any:
    """What stands at the end of a way through tables, if anything does."""
    for step in way:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _configuration(settings: Any) -> tuple[Configuration, list[_Wrong]]:
    """The settings that plain values say, and what is wrong with them."""
    found, faults = judge(Configuration, json.dumps(settings, default=_plain))
    if found is None:
        return Configuration(), [_fault(fault) for fault in faults]
    return found, list(_unknown_names(found))


def _fault(fault: Fault) -> _Wrong:
    way = tuple(int(step) if step.isdecimal() else step for step in steps_of(fault.pointer))
    word = fault.value if isinstance(fault.value, str) else ""
    known = tuple(fault.context.get("known", ()))
    match fault.kind, way:
        case "extra_forbidden", (*_, str(key)):
            fix = did_you_mean(key, known, f"The settings are {', '.join(known)}.")
            return _Wrong(way, f"there is no such setting. {fix}", unknown=True)
        case "enum", _:
            fix = did_you_mean(word, known, "")
            return _Wrong(way, f"{word!r} is none of {', '.join(known)}. {fix}".strip(), word, unknown=True)
        case _, ("today",):
            return _Wrong(way, f"{fault.message}; write a day as 2024-05-01, or now", word)
    return _Wrong(way, fault.message, word)


def _unknown_names(found: Configuration) -> Iterator[_Wrong]:
    """Names of rules and formats that do not exist."""
    words: list[tuple[Steps, str]] = [(("select", at), word) for at, word in enumerate(found.select)]
    words += [(("ignore", at), word) for at, word in enumerate(found.ignore)]
    words += [(("per_file", glob, at), w) for glob, some in (found.per_file or {}).items() for at, w in enumerate(some)]
    words += [(("severity", word), word) for word in found.severity or {}]
    lookups: list[tuple[Steps, str, Callable[[str], Any]]] = [(way, word, meant) for way, word in words]
    lookups += [(("format",), found.format, named)] if found.format else []
    for way, word, look_up in lookups:
        try:
            look_up(word)
        except LookupError as error:
            yield _Wrong(way, str(error), word, unknown=True)


def _laid_over(base: Configuration, over: Configuration) -> Configuration:
    changes = {name: getattr(over, name) for name in over.model_fields_set}
    if over.select:
        changes["ignore"] = over.ignore
    elif over.ignore:
        changes["ignore"] = (*base.ignore, *over.ignore)
    if over.severity:
        changes["severity"] = (base.severity or {}) | over.severity
    return base.but(**changes)


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    match value:
        case datetime.date() | datetime.time():
            return value.isoformat()
        case os.PathLike():
            return os.fspath(value)
        case str() | bool() | int() | float():
            return value
        case Mapping():
            return dict(value)
        case _:
            return list(value)
