"""JSON as text: where its values stand, and what is wrong with it that a fast parser lets pass."""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from decimal import Decimal
from json.decoder import scanstring  # type: ignore[attr-defined]  # the C scanner where there is one
from typing import Any

from foidata.packages.encodings import UTF_8, WINDOWS, text_of
from foidata.packages.fault import Fault, short
from foidata.packages.mends import Recode
from foidata.packages.place import Place, pointer_to

DEEPEST = 100
"""No value is nested more deeply: the standard itself needs ten levels."""

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_WORD = re.compile(r"-?[A-Za-z]+")
_CURLY = "“”„‘’"
_SURROGATE = re.compile("[\ud800-\udfff]")
_STRING_FAULTS = {
    "Unterminated": "the text that begins here is not closed with a double quote",
    "Invalid control": "a line break or other control character stands in text: write it as an escape",
    "Invalid \\": "a backslash is followed by something that JSON does not know",
}


class Lines:
    """A text file, which knows the line and column of each of its characters."""

    def __init__(self, file: str, text: str, first_line: int = 1) -> None:
        self.file = file
        self.text = text
        self._first_line = first_line
        self._starts: list[int] = []

    def place(self, offset: int) -> Place:
        """The line and column of a character."""
        starts = self._of_lines()
        line = bisect_right(starts, offset)
        return Place(self.file, self._first_line + line - 1, offset - starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """The character of a line and column: `place` undone."""
        return self._of_lines()[line - self._first_line] + column - 1

    def _of_lines(self) -> list[int]:
        """The characters with which the lines begin."""
        if not self._starts:
            self._starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        return self._starts

    def place_after(self, start: int) -> Callable[[int], Place]:
        """Finds the places of the characters of a stretch that begins there."""
        return lambda offset: self.place(start + offset)


def decoded(data: bytes, file: str, first_line: int = 1, pointer: str = "") -> tuple[str, list[Fault]]:
    """Bytes as text. Empty text and a fault when their encoding is not sure.

    With the text comes a fault when it was saved in another encoding than UTF-8 or has a byte-order mark.
    """
    found = text_of(data)
    if found is None:
        place, byte = _first_not_utf_8(data, file, first_line)
        message = f"byte {byte:#04x} is not UTF-8: save the file as UTF-8"
        return "", [Fault("not_utf8", pointer, message, place=place)]
    text, encoding = found
    place = Place(file, first_line, 1)
    if encoding != UTF_8:
        place = _first_not_utf_8(data, file, first_line)[0] if encoding == WINDOWS else place
        message = f"the file is saved as {encoding}: save it as UTF-8"
        fault = Fault("not_utf8", pointer, message, encoding, place, read=True, mend=Recode())
        return text.removeprefix("\ufeff"), [fault]
    if text.startswith("\ufeff"):
        message = "the file begins with a byte-order mark: save it as UTF-8 without one"
        return text[1:], [Fault("byte_order_mark", pointer, message, place=place, read=True, mend=Recode())]
    return text, []


def _first_not_utf_8(data: bytes, file: str, first_line: int) -> tuple[Place, int]:
    """Where the first byte stands that is not UTF-8, and that byte."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        return Place(file, first_line + before.count(b"\n"), column), data[error.start]
    return Place(file, first_line, 1), 0  # wide characters that end within one


class Watch:
    """Steps over JSON values with the C parser, and notices what that lets pass.

    It keeps nothing of the values, and says only that something is wrong; `scan` finds what and where.
    """

    def __init__(self) -> None:
        self._clean = True
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._pairs, parse_float=self._float, parse_constant=self._constant
        )

    def step(self, text: str, start: int) -> tuple[int, bool]:
        """The end of the value that starts there, and whether nothing was noticed.

        Raises ValueError where the text breaks.
        """
        self._clean = True
        try:
            _, end = self._decoder.raw_decode(text, start)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        return end, self._clean

    def sees_nothing_wrong(self, text: str) -> bool:
        """Whether the whole text is one JSON value with which nothing is wrong. Half characters escape it."""
        try:
            end, clean = self.step(text, len(text) - len(text.lstrip()))
        except ValueError:
            return False
        return clean and not text[end:].strip()

    def _pairs(self, pairs: list[tuple[str, Any]]) -> None:
        if len(dict(pairs)) != len(pairs):
            self._clean = False

    def _float(self, text: str) -> None:
        if not survives(text):
            self._clean = False

    def _constant(self, _: str) -> None:
        self._clean = False


def survives(number: str) -> bool:
    """Whether a number in this form is the same after it was a binary float, as it is in most readers of JSON."""
    if len(number) <= 15 and "e" not in number.lower():
        return True
    value = float(number)
    return value not in (float("inf"), float("-inf")) and Decimal(number) == Decimal(repr(value))


class Scan:
    """What a close look at one JSON value found: where each value in it stands, and what is wrong.

    `place` turns an offset in the text into a place; pointers go on from `pointer`. The look ends at the first place
    that is not JSON.
    """

    def __init__(self, text: str, place: Callable[[int], Place], pointer: str = "") -> None:
        self.offsets: dict[str, int] = {}
        self.faults: list[Fault] = []
        self.broken: Broken | None = None
        """Why the look ended before the end."""
        self._text = text
        self._place = place
        try:
            self._whole(pointer)
        except Broken as broken:
            self.broken = broken
            self._fault(broken.kind, pointer, broken.offset, broken.message)

    def nearest(self, pointer: str) -> int | None:
        """The offset of the value, or of the nearest one around it."""
        while pointer not in self.offsets:
            if not pointer:
                return None
            pointer = pointer.rpartition("/")[0]
        return self.offsets[pointer]

    def _whole(self, pointer: str) -> None:
        after = self._space(self._value(self._space(0), pointer, 1))
        if after < len(self._text):
            raise Broken(after, "something stands after the end of the data")

    def _fault(self, kind: str, pointer: str, offset: int, message: str, value: Any = None) -> None:
        self.faults.append(Fault(kind, pointer, message, short(value), self._place(offset)))

    def _value(self, at: int, pointer: str, depth: int) -> int:
        self.offsets[pointer] = at
        if depth > DEEPEST:
            raise Broken(at, f"values are nested more than {DEEPEST} deep", "too_deep")
        match self._text[at : at + 1]:
            case "{":
                return self._object(at + 1, pointer, depth)
            case "[":
                return self._list(at + 1, pointer, depth)
            case '"':
                return self._string(at, pointer)[1]
        number = _NUMBER.match(self._text, at)
        if number:
            if not survives(number[0]):
                message = f"{short(number[0])} has more digits than a JSON number keeps"
                self._fault("number_digits", pointer, at, message, number[0])
            return number.end()
        word = _WORD.match(self._text, at)
        if word and word[0] in ("true", "false", "null"):
            return word.end()
        if word and word[0] in ("NaN", "Infinity", "-Infinity"):
            self._fault("not_a_number", pointer, at, f"{word[0]} is not a number in JSON", word[0])
            return word.end()
        raise Broken(at, f"a value is needed here, not {self._seen(at)}")

    def _object(self, at: int, pointer: str, depth: int) -> int:
        keys: set[str] = set()
        at = self._space(at)
        if self._text[at : at + 1] == "}":
            return at + 1
        while True:
            if self._text[at : at + 1] != '"':
                raise Broken(at, f"a key in double quotes is needed here, not {self._seen(at)}")
            key, end = self._string(at, pointer)
            inside = pointer + pointer_to(key)
            if key in keys:
                self._fault("duplicate_key", inside, at, f"the key {short(key)} stands twice in one object", key)
            keys.add(key)
            end = self._space(end)
            if self._text[end : end + 1] != ":":
                raise Broken(end, f"a colon is needed after a key, not {self._seen(end)}")
            at = self._space(self._value(self._space(end + 1), inside, depth + 1))
            if self._closed(at, "}"):
                return at + 1
            at = self._space(at + 1)

    def _list(self, at: int, pointer: str, depth: int) -> int:
        at = self._space(at)
        if self._text[at : at + 1] == "]":
            return at + 1
        number = 0
        while True:
            at = self._space(self._value(at, f"{pointer}/{number}", depth + 1))
            if self._closed(at, "]"):
                return at + 1
            at, number = self._space(at + 1), number + 1

    def _closed(self, at: int, bracket: str) -> bool:
        """Whether a list or object ends here; otherwise a comma must stand here, and something after it."""
        if self._text[at : at + 1] == bracket:
            return True
        if self._text[at : at + 1] != ",":
            raise Broken(at, f"a comma or {bracket} is needed here, not {self._seen(at)}")
        if self._text.startswith(bracket, self._space(at + 1)):
            raise Broken(at, f"a comma stands before the closing {bracket}")
        return False

    def _string(self, at: int, pointer: str) -> tuple[str, int]:
        try:
            value, end = scanstring(self._text, at + 1)
        except json.JSONDecodeError as error:
            reasons = (reason for start, reason in _STRING_FAULTS.items() if error.msg.startswith(start))
            raise Broken(error.pos, next(reasons, "this text is not as JSON writes it")) from error
        if _SURROGATE.search(value):
            self._fault(
                "lone_surrogate", pointer, at, "an escape gives half of a character: \\ud800 to \\udfff come in pairs"
            )
        return value, end

    def _space(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def _seen(self, at: int) -> str:
        return _seen(self._text, at)


def _seen(text: str, at: int) -> str:
    """What stands in a text where something else is needed."""
    if at >= len(text):
        return "the end"
    return f"{text[at]!r}" + (": JSON has straight quotes" if text[at] in _CURLY else "")


class Broken(Exception):  # noqa: N818  # it says what the text is
    """The text is not JSON from here on."""

    def __init__(self, offset: int, message: str, kind: str = "not_json") -> None:
        super().__init__(message)
        self.offset, self.message, self.kind = offset, message, kind


class Cursor:
    """Walks over the outermost object of a text, so that its parts can be read one by one.

    Every method raises Broken where the text is no longer JSON.
    """

    def __init__(self, lines: Lines) -> None:
        self.text = lines.text
        self._lines = lines
        self._watch = Watch()
        self._at = 0

    def members(self) -> Iterator[tuple[str, int]]:
        """The keys of the object and where they stand, each once the value of the one before was taken."""
        self._need("{", "an object")
        if not self.at("}"):
            yield self._key()
            while not self.at("}"):
                self._need(",", "a comma or }")
                yield self._key()
        self._need("}", "}")
        self.skipped()
        if self._at < len(self.text):
            raise Broken(self._at, "something stands after the end of the data")

    def items(self) -> Iterator[tuple[int, int, bool]]:
        """The items of the list that stands here, as `value` gives them."""
        self._need("[", "a list")
        if not self.at("]"):
            yield self.value()
            while not self.at("]"):
                self._need(",", "a comma or ]")
                yield self.value()
        self._need("]", "]")

    def value(self) -> tuple[int, int, bool]:
        """The value that stands here: start, end, and whether nothing is wrong with it as JSON."""
        self.skipped()
        start = self._at
        try:
            self._at, clean = self._watch.step(self.text, start)
        except ValueError as error:
            raise self._broken_after(start) from error
        return start, self._at, clean

    def at(self, char: str) -> bool:
        """Whether the next character that counts is this one."""
        self.skipped()
        return self.text.startswith(char, self._at)

    def _key(self) -> tuple[str, int]:
        self._need('"', "a key in double quotes")
        start = self._at - 1
        try:
            key, self._at = scanstring(self.text, self._at)
        except ValueError as error:
            raise self._broken_after(start) from error
        self._need(":", "a colon")
        return key, start

    def _need(self, char: str, what: str) -> None:
        if not self.at(char):
            raise Broken(self._at, f"{what} is needed here, not {_seen(self.text, self._at)}")
        self._at += 1

    def _broken_after(self, start: int) -> "Broken":
        """Where exactly a value that starts there breaks, and why."""
        broken = Scan(self.text[start:], self._lines.place_after(start)).broken
        if broken is None:
            return Broken(start, "this is not JSON")
        return Broken(start + broken.offset, broken.message, broken.kind)

    def skipped(self) -> int:
        """The offset of the next character that counts."""
        found = _SPACE.match(self.text, self._at)
        self._at = found.end() if found else self._at
        return self._at
