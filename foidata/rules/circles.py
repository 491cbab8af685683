"""Pointers that lead round in a circle."""

from collections.abc import Mapping, Sequence


def in_circles(pointers: Mapping[str, Sequence[str]]) -> set[str]:
    """The names from which every way leads round in a circle, and none to a name that points nowhere.

    A name that points only to itself is left out.

    >>> sorted(in_circles({"a": ["b"], "b": ["a"], "c": ["d"], "e": ["e"]}))
    ['a', 'b']
    """
    ends = {name for targets in pointers.values() for name in targets if name not in pointers}
    pending = dict(pointers)
    while arriving := {name for name, targets in pending.items() if ends.intersection(targets)}:
        ends |= arriving
        pending = {name: targets for name, targets in pending.items() if name not in arriving}
    return {name for name, targets in pending.items() if set(targets) - {name}}
