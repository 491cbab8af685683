"""The hook for pre-commit and the action for GitHub, run as those run them, without network."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from foidata.validate.formats import formats

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds" / "seeds.json"
SITE = next(path for path in sys.path if path.endswith("site-packages"))
BIN = Path(sys.executable).parent
OFFLINE = {"PYTHONPATH": SITE, "PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}
"""What lets pip install the package itself, while what it rests on comes from the environment of the tests."""
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
FORMATS = {one.name for one in formats()}


def ran(*command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def write_data(folder: Path, name: str, *, faulty: bool = False) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = SEEDS.read_text("utf-8")
    path.write_text(text.replace('"status": "nil"', '"status": "zero"', 1) if faulty else text, "utf-8")
    return path


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as somebody else's machine gets it: a repository with what its package is made of."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "foidata", folder / "foidata", ignore=shutil.ignore_patterns("__pycache__"))
    for name in (
        "pyproject.toml",
        "constraints.txt",
        "README.md",
        "LICENSE",
        "NOTICE",
        ".pre-commit-hooks.yaml",
        "action.yml",
    ):
        shutil.copy(ROOT / name, folder)
    commit_all(folder)
    return folder


def commit_all(folder: Path) -> None:
    who = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    for step in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--no-verify", "--message", "all")):
        subprocess.run(["git", *who, *step], cwd=folder, check=True, capture_output=True)


# the hook


def test_the_list_of_hooks_is_as_pre_commit_wants_it() -> None:
    result = ran(str(BIN / "pre-commit"), "validate-manifest", ".pre-commit-hooks.yaml", folder=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def shown() -> list[str]:
    """The examples of workflows in the docs."""
    page = (ROOT / "docs" / "workflows.md").read_text("utf-8")
    return re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)


def test_the_examples_in_the_docs_are_as_their_programs_want_them(tmp_path: Path) -> None:
    for number, text in enumerate(shown()):
        path = tmp_path / f"{number}.yaml"
        path.write_text(text, "utf-8")
        known = {
            "repos": ("pre-commit", "validate-config"),
            "jobs": ("check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
        }
        program, *arguments = next(command for key, command in known.items() if key in yaml.safe_load(text))
        result = ran(str(BIN / program), *arguments, str(path), folder=tmp_path)
        assert result.returncode == 0, result.stdout + result.stderr


def test_the_examples_in_the_docs_use_what_there_is() -> None:
    hooks = {one["id"] for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    for example in map(yaml.safe_load, shown()):
        for repo in example.get("repos", ()):
            assert {hook["id"] for hook in repo["hooks"]} <= hooks
        for job in example.get("jobs", {}).values():
            for step in job["steps"]:
                if "/foidata@" in step["uses"]:
                    assert set(step["with"]) <= set(ACTION["inputs"])


@pytest.fixture(scope="module")
def hook_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def committing(folder: Path, project: Path, home: Path, hook: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    """What pre-commit says of all files of a repository that uses the hook from the project."""
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=project, capture_output=True, text=True, check=True)
    uses = {"repo": str(project), "rev": commit.stdout.strip(), "hooks": [{"id": "foidata-validate"} | hook]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [uses]}), "utf-8")
    commit_all(folder)
    command = (str(BIN / "pre-commit"), "run", "--all-files", "--verbose")
    return ran(*command, folder=folder, PRE_COMMIT_HOME=str(home), HOME=str(home), **OFFLINE)


def test_the_hook_installs_and_stops_a_commit_of_faulty_data_only(
    project: Path, hook_home: Path, tmp_path: Path
) -> None:
    write_data(tmp_path, "data/good.foidata.json")
    write_data(tmp_path, "notes.json", faulty=True)
    passed = committing(tmp_path, project, hook_home, {})
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "1 file: 0 errors" in passed.stdout
    write_data(tmp_path, "data/bad.foidata.json", faulty=True)
    stopped = committing(tmp_path, project, hook_home, {"args": ["--format", "concise"]})
    assert stopped.returncode == 1
    assert "data/bad.foidata.json:" in stopped.stdout
    assert "FOI104" in stopped.stdout
    assert "notes.json" not in stopped.stdout


def test_the_hook_can_check_a_whole_folder_whatever_changed_in_it(
    project: Path, hook_home: Path, tmp_path: Path
) -> None:
    made = ran(str(BIN / "foidata"), "package", str(SEEDS), "-o", "package/", folder=tmp_path)
    assert made.returncode == 0, made.stderr
    answers = tmp_path / "package" / "answers.csv"
    answers.write_text(answers.read_text("utf-8").replace(",nil,", ",zero,", 1), "utf-8")
    hook = {"files": "^package/", "pass_filenames": False, "args": ["package/", "--format", "concise"]}
    stopped = committing(tmp_path, project, hook_home, hook)
    assert stopped.returncode == 1
    assert "answers.csv" in stopped.stdout


# the action


def test_the_action_is_as_github_wants_it() -> None:
    command = (str(BIN / "check-jsonschema"), "--builtin-schema", "vendor.github-actions", "action.yml")
    result = ran(*command, folder=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_nothing_that_a_user_wrote_is_run_as_shell() -> None:
    assert [step["run"] for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")] == []


class Runner:
    """Runs the steps of the action as GitHub does, with a machine of its own."""

    def __init__(self, project: Path, temp: Path) -> None:
        self.folder = temp
        self.temp = temp
        self.project = project
        self.environment: dict[str, str] = {}
        self.outputs: dict[str, dict[str, str]] = {"python": {"python-path": sys.executable}}
        self.log = ""

    def run(self, **inputs: str) -> int:
        """Run the steps until one fails; the exit code of the last. What was installed before is still there."""
        self.log = ""
        names = {name.replace("-", "_"): name for name in ACTION["inputs"]}
        given = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
        given |= {names[name]: value for name, value in inputs.items()}
        code = 0
        for step in ACTION["runs"]["steps"]:
            installs = step.get("name") == "Install foidata"
            if "run" in step and code == 0 and not (installs and self.environment):
                code = self._step(step, given)
        return code

    def _step(self, step: dict[str, Any], given: dict[str, str]) -> int:
        files = {name: self.temp / name for name in ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for path in files.values():
            path.touch()
        script = self.temp / "step.sh"
        script.write_text(step["run"], "utf-8")
        result = ran(
            *("bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)),
            folder=self.folder,
            GITHUB_ACTIONS="true",
            GITHUB_ACTION_PATH=str(self.project),
            RUNNER_TEMP=str(self.temp),
            **{name: str(path) for name, path in files.items()},
            **OFFLINE,
            **self.environment,
            **{name: self._filled(str(value), given) for name, value in step.get("env", {}).items()},
        )
        self.log += result.stdout + result.stderr
        self.environment |= self._taken(files["GITHUB_ENV"])
        self.outputs[step.get("id", "")] = self._taken(files["GITHUB_OUTPUT"])
        return result.returncode

    def _filled(self, text: str, given: dict[str, str]) -> str:
        def value(found: re.Match[str]) -> str:
            match found[1].split("."):
                case ["inputs", name]:
                    return given[name]
                case ["steps", step, "outputs", name]:
                    return self.outputs[step][name]
            raise AssertionError(f"not known to this runner: {found[0]}")

        return re.sub(r"\$\{\{ ([a-z.-]+) \}\}", value, text)

    @staticmethod
    def _taken(path: Path) -> dict[str, str]:
        lines = path.read_text("utf-8").splitlines()
        path.write_text("", "utf-8")
        return dict(line.split("=", 1) for line in lines)


@pytest.fixture(scope="module")
def machine(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Runner:
    return Runner(project, tmp_path_factory.mktemp("runner"))


@pytest.fixture
def runner(machine: Runner, tmp_path: Path) -> Runner:
    """A runner with a workspace of its own."""
    machine.folder = tmp_path
    return machine


def test_the_action_installs_itself_and_fails_on_faulty_data(runner: Runner) -> None:
    write_data(runner.folder, "data/good.json")
    write_data(runner.folder, "data/two words.json", faulty=True)
    assert runner.run(paths="data/good.json\r\n\n  \ndata/two words.json\n", format="concise") == 1, runner.log
    assert "data/two words.json:" in runner.log
    assert "FOI104" in runner.log
    outputs = runner.outputs["check"]
    assert outputs["exit-code"] == "1"
    report = json.loads(Path(outputs["report"]).read_bytes())
    assert report["files"] == ["data/good.json", "data/two words.json"]
    assert Path(runner.environment["FOIDATA"]).is_relative_to(runner.temp)


def test_the_action_passes_its_inputs_on(runner: Runner) -> None:
    write_data(runner.folder, "data.json")
    (runner.folder / "settings.toml").write_text('waivers = "w.csv"\nignore = ["FOI501", "FOI502"]\n')
    (runner.folder / "w.csv").write_text("code,reason,expires\nFOI214,Confirmed.,2024-05-01\n")
    inputs = {
        "paths": "data.json",
        "config": "settings.toml",
        "level": "evidence",
        "fail_on": "warning",
        "format": "full",
    }
    assert runner.run(**inputs, today="2024-05-01") == 0, runner.log
    assert "1 waived. Settings: settings.toml." in runner.log
    assert runner.run(**inputs, today="2024-05-02") == 1, runner.log
    assert "expired on 2024-05-01" in runner.log


def test_the_action_runs_nothing_that_stands_in_an_input(runner: Runner) -> None:
    assert runner.run(paths='$(touch hacked)\n"; touch hacked; "', format="concise") == 2
    assert not (runner.folder / "hacked").exists()
    assert "does not exist" in runner.log
    assert runner.outputs["check"]["exit-code"] == "2"


@pytest.mark.skipif("github" not in FORMATS, reason="there is no format github")
def test_by_default_findings_stand_beside_the_files_and_in_the_summary(runner: Runner) -> None:
    write_data(runner.folder, "data.json", faulty=True)
    assert runner.run(paths="data.json") == 1, runner.log
    assert "::error file=data.json,line=" in runner.log
    assert "FOI104" in (runner.temp / "GITHUB_STEP_SUMMARY").read_text("utf-8")


@pytest.mark.skipif("sarif" not in FORMATS, reason="there is no format sarif")
def test_sarif_is_written_where_it_is_wanted(runner: Runner) -> None:
    write_data(runner.folder, "data.json", faulty=True)
    assert runner.run(paths="data.json", format="concise", sarif="out/findings.sarif") == 1, runner.log
    assert json.loads((runner.folder / "out" / "findings.sarif").read_bytes())["version"] == "2.1.0"
