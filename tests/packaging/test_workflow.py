"""The workflow that builds on every system: its shape, and that what it calls is there."""

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "packages.yml").read_text(encoding="utf-8"))
STEP = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "uses": {"type": "string", "pattern": r"^actions/[a-z-]+@v\d+$"},
        "with": {"type": "object"},
        "run": {"type": "string"},
        "shell": {"enum": ["bash", "pwsh"]},
        "env": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    "oneOf": [{"required": ["uses"]}, {"required": ["run", "name"]}],
}
SHAPE = {
    "type": "object",
    # YAML reads the key `on` as true.
    "required": ["name", True, "permissions", "jobs"],
    "properties": {
        "permissions": {"const": {"contents": "read"}},
        "jobs": {
            "type": "object",
            "minProperties": 3,
            "additionalProperties": {
                "type": "object",
                "required": ["runs-on", "timeout-minutes", "steps"],
                "additionalProperties": False,
                "properties": {
                    "runs-on": {"type": "string"},
                    "container": {"type": "string"},
                    "timeout-minutes": {"type": "integer", "maximum": 120},
                    "strategy": {"type": "object"},
                    "env": {"type": "object", "additionalProperties": {"type": "string"}},
                    "steps": {"type": "array", "minItems": 3, "items": STEP},
                },
            },
        },
    },
}


def steps(job: str) -> str:
    return "\n".join(step.get("run", "") for step in WORKFLOW["jobs"][job]["steps"])


def runners() -> set[str]:
    found = set()
    for job in WORKFLOW["jobs"].values():
        rows = job.get("strategy", {}).get("matrix", {}).get("include", ())
        found |= {row["runner"] for row in rows} or {job["runs-on"]}
    return found


def test_it_has_the_shape_of_a_workflow():
    checked = {key: value for key, value in WORKFLOW.items() if key is not True}
    jsonschema.validate(checked, {**SHAPE, "required": ["name", "permissions", "jobs"]})
    assert set(WORKFLOW[True]) == {"workflow_dispatch", "push"}


def test_it_builds_on_each_system_the_program_is_for():
    assert runners() == {"ubuntu-24.04", "ubuntu-24.04-arm", "windows-latest", "macos-latest", "macos-15-intel"}


@pytest.mark.parametrize("job", sorted(WORKFLOW["jobs"]))
def test_each_system_tries_what_it_built(job):
    assert "smoke.py" in steps(job)


@pytest.mark.parametrize("job", sorted(WORKFLOW["jobs"]))
def test_the_scripts_it_calls_are_there(job):
    named = re.findall(r"packaging[\\/][\w\\/.-]+", steps(job))
    assert named
    for path in named:
        assert (ROOT / path.replace("\\", "/")).is_file(), path


def told():
    """Every value that a step is told by its environment."""
    steps = (step for job in WORKFLOW["jobs"].values() for step in job["steps"])
    return {name: value for step in steps for name, value in step.get("env", {}).items()}


def test_no_secret_stands_in_it():
    assert {name for name in told() if name.startswith("LEEWARD_")} == {
        "LEEWARD_SIGN_COMMAND",
        "LEEWARD_SIGN_IDENTITY",
        "LEEWARD_NOTARY_PROFILE",
        "LEEWARD_KEYCHAIN",
    }
    assert all("secrets." in value for value in told().values())


@pytest.mark.parametrize("job", sorted(WORKFLOW["jobs"]))
def test_a_secret_is_never_read_as_part_of_a_command(job):
    """A quote or a dollar sign in it would end the command or be taken for a name."""
    assert "secrets." not in steps(job)


def test_what_a_mac_signs_with_is_what_its_keychain_is_made_of():
    script = (ROOT / "packaging" / "macos" / "keychain").read_text(encoding="utf-8")
    named = {name for name in told() if name.startswith(("CERTIFICATE", "NOTARY"))}
    assert named == set(re.findall(r"\$\{?((?:CERTIFICATE|NOTARY)\w*)", script))


def test_everything_the_readme_offers_is_built_and_kept():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    kept = [
        step["with"]["path"]
        for job in WORKFLOW["jobs"].values()
        for step in job["steps"]
        if "path" in step.get("with", {})
    ]
    for ending in (".deb", ".tar.xz", ".exe", ".dmg"):
        assert re.search(rf"`leeward[^`]*{re.escape(ending)}`", readme)
        assert any(ending in each for each in kept), ending
