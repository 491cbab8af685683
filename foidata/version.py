"""The version of the program. The package is built under it, and every record and report that it makes names it."""

VERSION = "0.1.0"
