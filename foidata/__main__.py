"""The `foidata` command, which is also `python -m foidata`."""

import sys

from foidata.version import VERSION


def main() -> None:
    """Run the command line. The version alone is said before that is put together, since programs ask for it often."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"foidata {VERSION}\n")
        return
    from foidata.cli import main as run  # noqa: PLC0415  # as the docstring says

    run()


if __name__ == "__main__":
    main()
