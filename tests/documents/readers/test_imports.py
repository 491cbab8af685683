"""Reading plain text loads none of the libraries that read other formats."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from foidata.documents.readers import readers

SEED = Path(__file__).parents[3] / "seeds" / "000_4c2c9d30c976f435.txt"
PROGRAM = (
    "import json, sys; from foidata.documents.read import read; read(sys.argv[1]); print(json.dumps(list(sys.modules)))"
)


@pytest.mark.parametrize("library", ["lxml", "selectolax", "pypdfium2", "olefile", "subprocess"])
def test_plain_text_is_read_without(library: str) -> None:
    command = [sys.executable, "-c", PROGRAM, str(SEED)]
    found = subprocess.run(command, check=True, capture_output=True, text=True, cwd=SEED.parents[1]).stdout
    loaded = json.loads(found)
    assert "foidata.documents.readers.docx" in loaded
    assert library not in loaded


def test_plain_text_comes_last_since_anything_can_look_like_it() -> None:
    assert [reader.name for reader in readers()] == ["docx", "email", "html", "msg", "odt", "pdf", "rtf", "zip", "text"]
