"""An installed wheel works from any folder, without the repository."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"foidata"}
    for needed in (
        "py.typed",
        "standard/reference/authorities.csv",
        "standard/questionnaires/leads-funding-training.json",
        "validate/page/page.css",
        "validate/page/page.js",
        "validate/page/finding.html",
    ):
        assert f"foidata/{needed}" in names


def test_the_installed_wheel_converts_and_validates_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    letter = folder / "letter.txt"
    letter.write_bytes((ROOT / "seeds" / "000_4c2c9d30c976f435.txt").read_bytes())
    venv.create(tmp_path / "venv", with_pip=False, symlinks=True)
    python = tmp_path / "venv" / "bin" / "python"
    site = next((tmp_path / "venv" / "lib").glob("python*")) / "site-packages"
    zipfile.ZipFile(wheel).extractall(site)
    (site / "dependencies.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")))
    program = "import sys; sys.argv[0] = 'foidata'; from foidata.cli import main; main()"

    def foidata(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [python, "-I", "-c", program, *arguments], cwd=folder, capture_output=True, text=True, check=False
        )

    where = subprocess.run(
        [python, "-I", "-c", "import foidata; print(foidata.__file__)"], capture_output=True, text=True, check=True
    )
    assert Path(where.stdout.strip()).is_relative_to(site)
    assert foidata("convert", "letter.txt", "-o", "data.json").returncode == 0
    assert foidata("package", "data.json", "-o", "package/").returncode == 0
    checked = foidata("validate", "package", "--format", "concise", "--second-opinion")
    assert checked.returncode == 0, checked.stderr
    assert "FOI214" in checked.stdout
