"""A host whose container engines say what a test wants."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import engines


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> t.Callable[..., None]:
    """Say what the engines of the host are and have."""

    def there(version: tuple[int, int] = (5, 4), image: bool = True) -> None:
        monkeypatch.setattr(engines, "engine_version", lambda _engine: version)
        monkeypatch.setattr(engines, "has_image", lambda _command, _image: image)

    return there
