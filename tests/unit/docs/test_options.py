"""What several files say of one option is what its one place says."""

from __future__ import annotations

import dataclasses
import re
import runpy
import typing as t
from pathlib import Path

import pytest
import yaml
from ansible.module_utils.basic import FILE_COMMON_ARGUMENTS
from ansible_collections.llmops.litellm.plugins.doc_fragments import model_config, release
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release import resolve
from ansible_collections.llmops.litellm.plugins.module_utils._model_config_options import ARGUMENT_SPEC
from ansible_collections.llmops.litellm.plugins.module_utils._release.containers import Container
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import Release
from ansible_collections.llmops.litellm.plugins.modules import litellm_model_config, litellm_release

from tests.unit.plugins.module_utils.conftest import options_below

ROOT = Path(__file__).parents[3]
generator = runpy.run_path(str(ROOT / "scripts" / "generate_options.py"))
VARIABLES: dict[str, t.Any] = yaml.safe_load(generator["SPECS"].read_text())["argument_specs"]["main"]["options"]


@pytest.mark.parametrize("name", VARIABLES)
def test_a_variable_has_a_line_of_its_own_above_it_and_a_place_on_the_page(name: str) -> None:
    defaults = generator["DEFAULTS"].read_text()
    assert re.search(rf"^# [A-Z].*\.\n{name}:", defaults, re.MULTILINE)
    assert f"\n### {name}\n" in generator["PAGE"].read_text()


def test_a_variable_that_is_only_described_gets_its_value_behind_the_one_before() -> None:
    variables = {"litellm_a": {}, "litellm_b": {"default": False}, "litellm_c": {}}
    written = generator["with_new_variables"]("litellm_a: 1\nlitellm_c: 3\n", variables)
    assert written == "litellm_a: 1\nlitellm_b: false\nlitellm_c: 3\n"


SPECS_OF_TWO = """\
  main:
    options:
      litellm_a: &a
        description:
          - First.
        type: list
        elements: str
        default: [old]
      litellm_b:
        &b
        description: Second.
        type: str
        default: old

  render:
    options:
      litellm_b: *b

  uninstall:
    options:
      litellm_a:
        description: First.
        type: list
"""


def test_a_default_is_written_at_each_entry_point_that_describes_the_variable() -> None:
    written = generator["with_defaults"](SPECS_OF_TWO, {"litellm_a": ["new"], "litellm_b": "{{ litellm_a[0] }}"})
    options = {name: each["options"] for name, each in yaml.safe_load(written).items()}
    assert options["main"]["litellm_a"]["default"] == options["uninstall"]["litellm_a"]["default"] == ["new"]
    assert "default" not in options["main"]["litellm_b"]
    with pytest.raises(SystemExit, match="litellm_c has a default and no description"):
        generator["with_defaults"](SPECS_OF_TWO, {"litellm_c": 1})


def test_an_entry_point_that_renders_has_the_options_that_are_rendered() -> None:
    written = generator["with_options"](SPECS_OF_TWO, "render", ["litellm_a", "litellm_b"])
    rendered = yaml.safe_load(written)["render"]["options"]
    assert list(rendered) == ["litellm_a", "litellm_b"]
    assert written.partition("  uninstall:")[2] == SPECS_OF_TWO.partition("  uninstall:")[2]


@pytest.mark.parametrize(
    ("module", "fragment", "arguments"),
    [(litellm_model_config, model_config, ARGUMENT_SPEC), (litellm_release, release, litellm_release.ARGUMENTS)],
    ids=["litellm_model_config", "litellm_release"],
)
def test_a_module_documents_each_option_once(module: t.Any, fragment: t.Any, arguments: dict[str, t.Any]) -> None:
    own = yaml.safe_load(module.DOCUMENTATION)["options"]
    shared = yaml.safe_load(fragment.ModuleDocFragment.DOCUMENTATION)["options"]
    of_files = set(FILE_COMMON_ARGUMENTS) if module is litellm_model_config else set()
    assert {*own, *shared} == {*arguments, *of_files}
    assert [name for name in own if name in shared and {*own[name]} & {*shared[name]}] == []


@dataclasses.dataclass(frozen=True)
class WiderRelease(Release):
    """A release with one option more."""

    max_streams: int = 0


@dataclasses.dataclass(frozen=True)
class WiderContainer(Container):
    """What containers have in common, with one option more."""

    devices: tuple[str, ...] = ()


SPEC_OF_MAX_STREAMS = """\
      litellm_max_streams:
        description:
          - How many answers a worker streams at once; V(0) is any number.
        type: int
        default: 0
"""
SPEC_OF_DEVICES = """\
      litellm_container_devices:
        description:
          - Devices of the host that a slot may use, by path.
        type: list
        elements: str
        default: []
"""


def test_an_option_of_a_release_is_a_paragraph_and_a_field(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What acts on it besides finds it in the release."""
    specs = generator["SPECS"].read_text()
    for added, last in ((SPEC_OF_MAX_STREAMS, "max_body"), (SPEC_OF_DEVICES, "container_volumes")):
        specs = re.sub(
            rf"^      litellm_{last}:\n(?:        .*\n)+", rf"\g<0>{added}", specs, count=1, flags=re.MULTILINE
        )
    paragraphs = tmp_path / "argument_specs.yml"
    paragraphs.write_text(specs)
    written_from = generator["texts"].__globals__
    monkeypatch.setitem(written_from, "SPECS", paragraphs)
    monkeypatch.setitem(written_from["taken_by_release"].__globals__, "Release", WiderRelease)
    monkeypatch.setitem(written_from["taken_by_release"].__globals__, "Container", WiderContainer)
    others = generator["OTHERS"]
    written = {path.name: text for path, text in generator["texts"]().items() if path.parents[1] not in others}
    for file, lines in {
        "argument_specs.yml": (),
        "main.yml": ("litellm_max_streams: 0", "litellm_container_devices: []"),
        "variables.md": ("### litellm_max_streams", "### litellm_container_devices"),
        "release.py": ("  max_streams:", "      devices:"),
        "plan.yml": (
            '    max_streams: "{{ litellm_max_streams }}"',
            '      devices: "{{ litellm_container_devices }}"',
        ),
    }.items():
        assert set(lines) <= set(written[file].splitlines()), file

    module: dict[str, t.Any] = {}
    exec(written["variables.py"], module)  # noqa: S102 - what the generator has written
    assert module["VARIABLES"]["max_streams"] == {"type": "int", "default": 0}
    assert module["VARIABLES"]["container"]["options"]["devices"] == {"type": "list", "elements": "str", "default": []}
    monkeypatch.setattr(resolve, "VARIABLES", module["VARIABLES"])
    monkeypatch.setattr(resolve, "Release", WiderRelease)
    monkeypatch.setattr(resolve, "Container", WiderContainer)
    options = options_below(tmp_path) | {"max_streams": 3, "service_manager": "podman"}
    options["container"]["devices"] = ["/dev/kfd"]
    release = resolve.resolve_release(options, True, True)
    assert isinstance(release, WiderRelease)
    assert isinstance(release.container, WiderContainer)
    assert (release.max_streams, release.container.devices) == (3, ("/dev/kfd",))


def test_the_documentation_of_a_model_is_short_and_leads_to_its_page() -> None:
    text = VARIABLES["litellm_models"]["description"]
    assert sum(map(len, text)) < 1200
    assert "docs/models.md" in " ".join(text)
