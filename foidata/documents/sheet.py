"""The sheet that a reader writes a letter on."""

LONGEST_TEXT = 1_000_000
"""Code points: some 300 pages. A longer text is no letter."""
_MOST_PIECES = 2 * LONGEST_TEXT


class Overlong(Exception):  # noqa: N818  # it says what the text is
    """A text became far longer than a letter while it was written."""


class Sheet:
    """A text in the making: words, the line breaks and gaps between blocks, cells, rows and pages.

    Breaks are asked for on both sides of a block and written once, before the next words: the larger of them counts.
    """

    def __init__(self) -> None:
        self._written: list[str] = []
        self._size = 0
        self._breaks = 0
        """The line breaks that blocks ask for here."""
        self._ended = 0
        """The line breaks that stand in the text itself here."""
        self._held = True
        """Whether the next words stand right here, whatever block they are in: beside a number, first in a cell."""

    @property
    def fresh(self) -> bool:
        """Whether nothing stands yet where the next words will stand."""
        return self._held or self._breaks > 0 or self._ended > 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._written)

    @property
    def mark(self) -> int:
        """A place in what was written, for `since`."""
        return len(self._written)

    def since(self, mark: int) -> str:
        """What was written after a mark."""
        return "".join(self._written[mark:])

    def words(self, text: str) -> None:
        """Some words on the line, below the breaks that were asked for."""
        if not self._held:
            both = self._breaks and self._ended
            self._written.append("\n" * (self._breaks + self._ended - bool(both)))
        self._breaks = self._ended = 0
        self._held = False
        self._written.append(text)
        self._size += len(text)
        if self._size > _MOST_PIECES or len(self._written) > _MOST_PIECES:
            raise Overlong

    def line(self) -> None:
        """What follows stands on a line of its own."""
        self._breaks = max(self._breaks, 1)

    def gap(self) -> None:
        """What follows stands below a blank line."""
        self._breaks = max(self._breaks, 2)

    def blank(self) -> None:
        """An empty paragraph, on the line of its own that it was given."""
        if not self._held:
            self._breaks += 1

    def newline(self) -> None:
        """A line break in the text itself. Before the end of its block it changes nothing, as it is drawn."""
        if self._held:
            return
        if self._breaks:
            self._breaks += 1
        else:
            self._ended += 1

    def label(self, text: str) -> None:
        """A number or bullet, beside which the words of its item will stand."""
        self.words(text)
        self._held = True

    def cell(self, *, first: bool) -> None:
        """What follows stands in a cell: first in its row, or beside the one before."""
        if not first:
            self._breaks = self._ended = 0
            self._held = True
        self.words("" if first else "\t")
        self._held = True

    def row(self) -> None:
        """A row ends: what follows stands on the next line."""
        self._breaks, self._ended, self._held = 1, 0, False

    def page(self) -> None:
        """What follows stands on a page of its own."""
        if self._written:
            self._written.append("\n\f\n")
        self._breaks = self._ended = 0
        self._held = True
