"""Leave the garbage collector out of large work."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the garbage collector for work that makes many values and hardly any garbage.

    It would walk over all the values again and again as they grow: half of the time of loading 10,000 responses.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
