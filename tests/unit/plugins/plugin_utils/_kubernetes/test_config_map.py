"""The configuration in a ConfigMap is, byte for byte, the one of a host; another one has another name."""

from __future__ import annotations

import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes import config_map, forms
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.plugins.plugin_utils._kubernetes.samples import cluster, gateway

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("\n\n \t:#-a|>"))


@given(config=TEXTS, environment=TEXTS, code=TEXTS)
def test_every_text_comes_out_of_the_manifest_as_it_went_in(config: str, environment: str, code: str) -> None:
    made = config_map.config_map(
        cluster(), gateway(config=config, service_environment=environment, python_files={"hooks.py": code})
    )
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        read = yaml.load(forms.text_of(made), Loader=loader)  # noqa: S506 - both are safe
        assert read["data"] == {"config.yaml": config, "service.env": environment, "hooks.py": code}


@given(one=TEXTS, other=TEXTS)
def test_the_name_is_another_one_exactly_where_a_text_is(one: str, other: str) -> None:
    names = [config_map.config_name(cluster(), gateway(config=text)) for text in (one, other)]
    assert (names[0] == names[1]) == (one == other)


def test_where_a_file_ends_counts() -> None:
    moved = [gateway(config="ab", service_environment="c"), gateway(config="a", service_environment="bc")]
    assert len({config_map.config_name(cluster(), each) for each in moved}) == 2


def test_it_never_changes() -> None:
    made = config_map.config_map(cluster(), gateway())
    assert made["immutable"] is True
    # Its text does not depend on what else runs.
    assert made == config_map.config_map(cluster(), gateway(version="1.99.4", workers=7))


def test_people_can_read_it() -> None:
    assert "\n  config.yaml: |\n    model_list:\n" in forms.text_of(
        config_map.config_map(cluster(), gateway(config="model_list:\n  - a\n"))
    )


def test_the_size_is_counted_in_bytes() -> None:
    assert config_map.size_of(gateway(config="é" * 500_001)) == 1_000_024
