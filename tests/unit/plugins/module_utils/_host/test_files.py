"""What a file of a host says of itself."""

from __future__ import annotations

import os
import pwd
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import files


def test_an_owner_without_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_number: int) -> t.NoReturn:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    assert files.owner_of(str(tmp_path)) == f"{os.getuid()}:{os.getgid()}"
