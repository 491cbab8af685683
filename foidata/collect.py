"""Find the members of a folder: they are found, not listed."""

import pkgutil
from importlib import import_module
from typing import TypeVar

Kind = TypeVar("Kind")


def collect(package_name: str, kind: type[Kind]) -> tuple[Kind, ...]:
    """Every value of a kind in the files of a package, by file name and then by place in the file."""
    found: dict[int, Kind] = {}
    names = sorted(module.name for module in pkgutil.iter_modules(import_module(package_name).__path__))
    for name in names:
        for value in vars(import_module(f"{package_name}.{name}")).values():
            if isinstance(value, kind):
                found.setdefault(id(value), value)
    return tuple(found.values())
