"""Where a question ends and its answer begins."""

import re
from collections.abc import Iterator, Sequence

from foidata.documents.span import Span
from foidata.letters.finders.periods import periods
from foidata.letters.finders.sentences import sentences
from foidata.letters.flow import QUOTED
from foidata.letters.frame import ANSWER_MARK, CLOSING, CONTINUES, RUNS_ON, begins
from foidata.letters.match import Likeness

_SECTION = re.compile(
    r"(?:section|part|topic|theme)\s+(?:[a-h]|[0-9]{1,2}|one|two|three|four|five|six)\b[:.)–-]?[^.?!\n]{0,70}$",
    re.IGNORECASE,
)
_HEADING = re.compile(r"[A-Z0-9‘“\"'][^.?!:;£]{2,70}$")
_SMALL_WORDS = frozenset(["and", "or", "of", "the", "for", "to", "in", "on", "at", "with", "by", "a", "an"])


def units(stretch: Span) -> tuple[Span, ...]:
    """The lines of a stretch as they are read: put together again where only the width of the column broke them."""
    found: list[Span] = []
    for line in stretch.lines():
        words = line.stripped()
        if not words:
            continue
        if found and "\n" not in stretch.flow[found[-1].end : words.start]:
            found[-1] = stretch.to(found[-1].start, words.end)
        else:
            found.append(words)
    return tuple(found)


def split(item: Span, fit: Likeness | None) -> tuple[Span, Span]:
    """The question and the answer of one item, which begins with the question's first word.

    In this order: an answer mark; the end of a known wording; the last quoted line, where questions are quoted; a
    question mark and what still belongs to the question.
    """
    mark = _mark(item)
    if mark is not None:
        return item.to(item.start, mark.start()).stripped(), item.to(mark.end(), item.end).stripped()
    end = fit.end if fit and fit.whole else _quoted_end(item) or _question_end(item)
    return item.to(item.start, end).stripped(), _unbarred(item.to(end, item.end))


def _unbarred(answer: Span) -> Span:
    """An answer without the bars of the table row that it stands in."""
    words = answer.words
    start = _DASHED.match(words).end()  # type: ignore[union-attr]  # it also matches nothing
    return answer.to(answer.start + start, answer.start + len(words.rstrip(" \t\n\u00a0|"))).stripped()


_DASHED = re.compile(r"[ \t\u00a0|]*[-–—][ \t\u00a0]+(?=[A-Za-z0-9£])|[ \t\n\u00a0|]*")
"""The bar or dash between a question and the answer on its line; the dash of a bullet begins a line of its own."""


def _quoted_end(item: Span) -> int | None:
    """Where the quoted lines end with which an item begins; None when it is not quoted, or nothing else follows."""
    if not QUOTED.match(item.source, item.source.rfind("\n", 0, item.start) + 1, item.start):
        return None
    lines = [line for line in item.lines() if line.stripped()]
    answer = next((line for line in lines[1:] if not QUOTED.match(line.source, line.start, line.end)), None)
    return answer.start if answer else None


def _mark(item: Span) -> re.Match[str] | None:
    """The first answer mark: at the start of a line, or after the question mark on the same one."""
    for number, line in enumerate(item.lines()):
        words = line.stripped()
        found = words.match(ANSWER_MARK)
        if found and (number or ":" in found[0]):
            return found
        for after in words.matches(_AFTER_MARK):
            found = ANSWER_MARK.match(item.flow, after.end(), words.end)
            if found:
                return found
    return None


_AFTER_MARK = re.compile(r"[?.:)][ \t\u00a0]+(?=[AR])")


def _question_end(item: Span) -> int:
    pieces = units(item)
    if not pieces:
        return item.end
    first, rest = _asking(item, pieces)
    end = _inline_end(first)
    if end < first.end:
        return end
    options = item.words[: end - item.start].rstrip().endswith(":")
    for place, unit in enumerate(rest):
        if options and unit.match(_OPTION):
            end = unit.end
            continue
        options = begins(unit, CONTINUES) and unit.words.rstrip().endswith(":")
        following = rest[place + 1] if place + 1 < len(rest) else None
        tabled = following and end == first.end and following.match(_FIGURE) and not only_periods(following)
        if following and (begins(unit, CONTINUES) or (only_periods(unit) and not tabled)):
            end = unit.end
        else:
            break
    return end


def _asking(item: Span, pieces: tuple[Span, ...]) -> tuple[Span, tuple[Span, ...]]:
    """The line that asks and the lines below it; lines of one paragraph ask together up to their question mark."""
    first = pieces[0]
    if not re.search(r"[?.:]$", first.words):
        for place, piece in enumerate(pieces[1:], start=1):
            if re.search(r"\n\s*\n", item.flow[pieces[place - 1].end : piece.start]):
                break
            if "?" in piece.words:
                return item.to(first.start, piece.end), pieces[place + 1 :]
    return first, pieces[1:]


def _inline_end(unit: Span) -> int:
    """Where the question ends in its own line: `… past 12 months? 9`."""
    at = unit.text.rfind("?")
    if at < 0:
        value = unit.search(_VALUE_AFTER_COLON)
        if value:
            return value.start()
        said = unit.search(_SAID_AFTER)
        return said.start() if said else unit.end
    end = unit.start + at + 1
    closers = _CLOSERS.match(unit.flow, end, unit.end)
    end = closers.end() if closers else end
    rest = unit.to(end, unit.end)
    if rest.text.lstrip().startswith("("):
        close = unit.source.find(")", end, unit.end)
        end = close + 1 if close > 0 else end
        rest = unit.to(end, unit.end)
    for sentence in sentences(rest):
        if not begins(sentence, RUNS_ON):
            break
        end = sentence.end
    return end


_OPTION = re.compile(r"(?:[•·●▪◦*–—-]|\(?[0-9a-h]{1,2}[.)])[ \t\u00a0]+[^\n]{2,60}$")
"""A line of a list, as of the options that a question offers: `2. sexual`."""
_FIGURE = re.compile(r"(?:[£<≤]\s?)?[0-9][0-9,.]*[kKmM]?\s*$|(?:nil|none|\*|-|–)\s*$", re.IGNORECASE)
"""A line that holds nothing but a figure: the year above it is the head of a table, not one that is asked for."""
_CLOSERS = re.compile(r"[)\]\"'’”]+")
_SAID_AFTER = re.compile(
    r"(?<=[:.])[ \t\u00a0]+(?=(?:We (?:cannot|can|do|are unable|have no|hold|don[’']t|did|have)|Yes[,.; ]"
    r"|No[,.; ]|None\b|Not (?:held|known|recorded|applicable)"
    r"|N/A|The (?:council|authority|force) (?:does|do|has|is|holds|cannot)|This (?:information )?is not"
    r"|Information is|Unable to|There (?:is|are|were|was|have) ))"
)
"""Where an answer begins on the line of a question without a question mark: `… or otherwise. We cannot report …`."""
_VALUE_AFTER_COLON = re.compile(
    r"(?<=[:.])[ \t\u00a0]+(?=(?:£?[0-9][0-9,.]*|none|nil|zero|yes|no|n/a)\.?\s*$)", re.IGNORECASE
)


def only_periods(unit: Span) -> bool:
    """Whether a line holds nothing but periods, as in a list of the years asked for."""
    rest = unit.text
    found = list(periods(unit))
    for dated in reversed(found):
        start = dated.span.start - unit.start
        rest = rest[:start] + rest[start + len(dated.span.text) :]
    return bool(found) and not re.sub(
        r"\b(?:and|or|to|financial|calendar|years?)\b|[^\w]", "", rest, flags=re.IGNORECASE
    )


def without_closing(answer: Span) -> tuple[Span, Span]:
    """The last answer without the words that close the letter, and those words."""
    for unit in units(answer):
        if begins(unit, CLOSING):
            return answer.to(answer.start, unit.start).stripped(), answer.to(unit.start, answer.end).stripped()
    return answer, answer.to(answer.end, answer.end)


def is_heading(unit: Span) -> bool:
    """Whether a line looks like a heading: short, in title case, without a stop."""
    words = re.findall(r"[^\W\d_][\w’'-]*", unit.words)
    capitals = sum(1 for word in words if word[0].isupper() or word.lower() in _SMALL_WORDS)
    return 1 < len(words) <= 8 and "\n" not in unit.text and begins(unit, _HEADING) and capitals >= 0.7 * len(words)


def heading_at_end(stretch: Span, known: Sequence[str], *, alone: bool) -> Span | None:
    """The heading of the next question that stands at the end of a stretch.

    A line that could as well be the whole answer is no heading, unless `alone` says that nothing is lost or a
    questionnaire knows it.
    """
    pieces = units(stretch)
    if not pieces:
        return None
    last = pieces[-1]
    if last.words.strip(" :").lower() in known or (begins(last, _SECTION) and _after_gap(last)):
        return last
    return last if (alone or len(pieces) > 1) and is_heading(last) and _after_gap(last) else None


def _after_gap(unit: Span) -> bool:
    """Whether a blank line stands before."""
    return bool(re.search(r"\n[ \t\u00a0]*\n[ \t\u00a0]*$|^\s*$", unit.flow[max(0, unit.start - 40) : unit.start]))


def blocks(stretch: Span) -> Iterator[Span]:
    """The paragraphs of a stretch: what stands between blank lines."""
    start = None
    end = stretch.start
    for line in stretch.lines():
        words = line.stripped()
        if words:
            start, end = (words.start if start is None else start), words.end
        elif start is not None:
            yield stretch.to(start, end)
            start = None
    if start is not None:
        yield stretch.to(start, end)
