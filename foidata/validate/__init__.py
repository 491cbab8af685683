"""Dataset → Report: walk a dataset once, run the rules, place each finding.

The package has the name of its verb, and so does the front door's `foidata.validate(dataset)`. Python keeps a package
under its name once it is imported; that both can be meant, the package itself can be called.
"""

import sys
from types import ModuleType
from typing import Any


class _Verb(ModuleType):
    """A package that does what its name says when it is called."""

    def __call__(self, *sources: Any, **asked: Any) -> Any:
        """Validate: see `foidata.validate.validate.validate`."""
        from foidata.validate.validate import validate  # noqa: PLC0415  # it imports this package

        return validate(*sources, **asked)


sys.modules[__name__].__class__ = _Verb
