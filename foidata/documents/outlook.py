"""The rich text of Outlook's messages, which it packs in a way of its own (MS-OXRTFCP)."""

import struct

_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096
_PLAIN, _PACKED = b"MELA", b"LZFu"


def unpacked(data: bytes) -> bytes:
    """The rich text that some bytes were packed from. Raises ValueError when they were not, or are damaged."""
    if len(data) < 16:
        raise ValueError("too short")
    size, kind = struct.unpack_from("<I4s", data, 4)
    if kind == _PLAIN:
        return data[16 : 16 + size]
    if kind != _PACKED:
        raise ValueError("not packed rich text")
    window = bytearray(_START.ljust(_WINDOW, b" "))
    at, place = len(_START), 16
    found = bytearray()
    while place < len(data):
        control, place = data[place], place + 1
        for bit in range(8):
            if place >= len(data):
                break
            if control >> bit & 1:
                reference = int.from_bytes(data[place : place + 2], "big")
                start, length, place = reference >> 4, (reference & 15) + 2, place + 2
                if start == at:
                    return bytes(found)
            else:
                start, length, place = -1, 1, place + 1
            for step in range(length):
                byte = data[place - 1] if start < 0 else window[(start + step) % _WINDOW]
                window[at] = byte
                at = (at + 1) % _WINDOW
                found.append(byte)
    return bytes(found)
