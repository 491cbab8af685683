"""`python -m foidata` is the `foidata` command."""

from foidata.cli import main

if __name__ == "__main__":
    main()
