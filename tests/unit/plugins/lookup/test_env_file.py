"""The lookup of environment files."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
from ansible.errors import AnsibleError
from ansible.parsing.dataloader import DataLoader
from ansible_collections.llmops.litellm.plugins.lookup.env_file import LookupModule

Read = t.Callable[..., list[dict[str, str]]]

TEXT = """\
PROXY_MODEL_KEYS=gpt5
MODEL_GPT5_UPSTREAM_MODEL=gpt-5
PORT=4001
OPENAI_API_KEY='sk a'
LITELLM_MASTER_KEY=sk-m
DEEPSEEK_API_KEY="x
y"
"""


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Run the lookup. Its options come from Ansible's plugin loader, which does not see a plain checkout."""
    loader = DataLoader()
    loader.set_basedir(str(tmp_path))

    def run(*terms: str, kind: str = "all") -> list[dict[str, str]]:
        plugin = LookupModule(loader=loader)
        monkeypatch.setattr(plugin, "set_options", lambda **options: None)
        monkeypatch.setattr(plugin, "get_option", {"kind": kind}.__getitem__)
        return plugin.run(list(terms), variables={})

    return run


def test_kinds(read: Read, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(TEXT)
    (everything,) = read(".env")
    assert everything == {
        "PROXY_MODEL_KEYS": "gpt5",
        "MODEL_GPT5_UPSTREAM_MODEL": "gpt-5",
        "PORT": "4001",
        "OPENAI_API_KEY": "sk a",
        "LITELLM_MASTER_KEY": "sk-m",
        "DEEPSEEK_API_KEY": "x\ny",
    }
    assert list(read(".env", kind="settings")[0]) == ["PROXY_MODEL_KEYS", "MODEL_GPT5_UPSTREAM_MODEL", "PORT"]
    assert (
        read(str(tmp_path / ".env"), ".env", kind="secrets")
        == [{"OPENAI_API_KEY": "sk a", "DEEPSEEK_API_KEY": "x\ny"}] * 2
    )


def test_what_cannot_be_read(read: Read, tmp_path: Path) -> None:
    with pytest.raises(AnsibleError, match=r"There is no environment file missing\.env on the controller\."):
        read("missing.env")
    (tmp_path / "folder").mkdir()
    with pytest.raises(AnsibleError, match="folder is not a file"):
        read("folder")
    (tmp_path / "bad.env").write_text("A=b\nsk-canary\n")
    with pytest.raises(AnsibleError, match=r"bad\.env \(line 2\): is not NAME=value") as error:
        read("bad.env")
    assert "canary" not in str(error.value)
