"""Packages: datasets as files, and files as datasets.

What is wrong with a file, and where, is found here; the rules name it.
"""

from foidata.packages.fault import KINDS, Fault
from foidata.packages.formats import Format, formats
from foidata.packages.load import load, load_bytes
from foidata.packages.loaded import Loaded, Unreadable, Unwritable
from foidata.packages.place import Place, Places
from foidata.packages.profile import package_profile
from foidata.packages.save import save
from foidata.packages.stream import stream, stream_bytes
from foidata.packages.streamed import Streamed
from foidata.packages.table_schemas import table_schemas
from foidata.packages.tables import tables
from foidata.packages.wide import wide

__all__ = [
    "KINDS",
    "Fault",
    "Format",
    "Loaded",
    "Place",
    "Places",
    "Streamed",
    "Unreadable",
    "Unwritable",
    "formats",
    "load",
    "load_bytes",
    "package_profile",
    "save",
    "stream",
    "stream_bytes",
    "table_schemas",
    "tables",
    "wide",
]
