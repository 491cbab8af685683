"""Compound files, as Outlook makes its messages: the least that a reader of them takes."""

import struct
from itertools import pairwise

_FREE, _LAST, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
_NONE = 0xFFFFFFFF
Tree = dict[str, "bytes | Tree"]


def compound(tree: Tree) -> bytes:
    """A compound file with these streams and folders. Every stream is padded to 4096 bytes, so that none is small."""
    entries: list[tuple[str, int, int, int, int]] = []
    """Name, kind, first child, next sibling, and stream by place."""
    streams: list[bytes] = []

    def add(name: str, value: "bytes | Tree", kind: int) -> int:
        place = len(entries)
        entries.append((name, kind, _NONE, _NONE, -1))
        if isinstance(value, bytes):
            streams.append(value)
            entries[place] = (name, 2, _NONE, _NONE, len(streams) - 1)
            return place
        children = [add(inner, one, 1) for inner, one in value.items()]
        for one, other in pairwise(children):
            entries[one] = (*entries[one][:3], other, entries[one][4])
        entries[place] = (name, kind, children[0] if children else _NONE, _NONE, -1)
        return place

    add("Root Entry", tree, 5)
    sectors: list[bytes] = []
    fat: list[int] = []

    def chain(data: bytes) -> int:
        count = max(1, -(-len(data) // _SECTOR))
        start = len(sectors)
        for number in range(count):
            sectors.append(data[number * _SECTOR : (number + 1) * _SECTOR].ljust(_SECTOR, b"\0"))
            fat.append(start + number + 1 if number + 1 < count else _LAST)
        return start

    starts = [chain(data.ljust(4096, b"\0")) for data in streams]
    directory = b""
    for name, kind, child, sibling, stream in entries:
        wide = (name + "\0").encode("utf-16-le")
        size = len(streams[stream]) if stream >= 0 else 0
        directory += wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide), kind, 1, _NONE, sibling, child)
        directory += bytes(36) + struct.pack(
            "<IQ", starts[stream] if stream >= 0 else 0, max(size, 4096 if size else 0)
        )
    root = chain(directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0"))
    count = 1
    while (len(fat) + count) * 4 > count * _SECTOR:
        count += 1
    first = len(sectors)
    fat += [_FAT] * count
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(count * _SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, count, root, 0, 4096, _LAST, 0, _LAST, 0)
    header += struct.pack("<109I", *(list(range(first, first + count)) + [_FREE] * 109)[:109])
    return header + b"".join(sectors) + table


def message(
    properties: dict[str, "bytes | str | Tree"], numbers: dict[int, int] | None = None, header: int = 32
) -> Tree:
    """The folder of an Outlook message or of a file in it; properties by their tag, such as `0037`."""
    tree: Tree = {}
    for tag, value in properties.items():
        if isinstance(value, str):
            tree[f"__substg1.0_{tag}001F"] = value.encode("utf-16-le")
        elif isinstance(value, bytes):
            tree[f"__substg1.0_{tag}0102"] = value
        else:
            tree[tag] = value
    fixed = b"".join(struct.pack("<HHIQ", 3, tag, 6, value) for tag, value in (numbers or {}).items())
    tree["__properties_version1.0"] = bytes(header) + fixed
    return tree
