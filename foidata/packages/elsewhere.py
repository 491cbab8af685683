"""What stands in a table that did not come: not empty, but not known."""

from collections.abc import Callable, Iterator
from typing import Any, NoReturn


class StandsElsewhere(Exception):  # noqa: N818  # it says where
    """Somebody looked at what stands in a table that did not come."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


class Elsewhere:
    """The list of a record whose items stand in a table that did not come. Whoever looks into it is told so."""

    def __init__(self, table: str) -> None:
        self._table = table

    def _looked_at(self, *_: Any) -> NoReturn:
        raise StandsElsewhere(self._table)

    __iter__: Callable[..., Iterator[Any]] = _looked_at
    __len__: Callable[..., int] = _looked_at
    __bool__: Callable[..., bool] = _looked_at
    __getitem__ = __contains__ = __add__ = __radd__ = __reversed__ = _looked_at
    __eq__: Callable[..., bool] = _looked_at
    __hash__: Callable[..., int] = _looked_at
