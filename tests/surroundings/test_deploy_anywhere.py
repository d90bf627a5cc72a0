"""``make deploy`` and ``make uninstall`` for real, from where others would call them.

Each surrounding has everything that is known to lead a deploy astray and that does not exclude another: the folder,
umask, home, temporary folder, locale, and settings of pip, Python, uv and proxies.
"""

from __future__ import annotations

import os
import pwd
import re
import subprocess
from pathlib import Path

import pytest

from tests.surroundings.surrounding import LEADS_ASTRAY, PROGRAMS, Surrounding, pip_configuration, python_of

MODULES = ("json", "sitecustomize", "usercustomize", "venv", "yaml")
ANSWER = "hello answers: Hello from your own LiteLLM gateway."


def deployed(surrounding: Surrounding) -> str:
    """What ``make deploy`` prints, once it has ended well and the gateway has answered."""
    ended = surrounding.make("deploy")
    assert ended.returncode == 0, ended.stdout
    assert ANSWER in ended.stdout, ended.stdout
    return ended.stdout


def changes(printed: str) -> list[str]:
    return re.findall(r"changed=(\d+)", printed)


def removed(surrounding: Surrounding) -> None:
    """Uninstall, and see that nothing is left."""
    ended = surrounding.make("uninstall")
    assert ended.returncode == 0, ended.stdout
    assert sorted(path.name for path in surrounding.path("").iterdir()) == []
    assert surrounding.processes() == []
    assert not Path("/nonexistent").exists()


@pytest.fixture
def astray(root: Path) -> Path:
    """A folder with modules whose names Python and Ansible import, and that end whoever imports them."""
    folder = root / "astray"
    folder.mkdir()
    for name in MODULES:
        (folder / f"{name}.py").write_text(LEADS_ASTRAY.format(name=name), encoding="utf-8")
    return folder


def closed_entries(folder: Path) -> list[str]:
    """What other accounts cannot use below *folder*, or may write to."""
    found = []
    for path in folder.rglob("*"):
        mode = path.lstat().st_mode
        if not path.is_symlink() and (mode & 0o002 or mode & 0o004 == 0 or (path.is_dir() and mode & 0o001 == 0)):
            found.append(str(path))
    return found


def test_from_a_closed_folder_with_settings_that_lead_astray(root: Path, temporary: str, astray: Path) -> None:
    privileged = os.geteuid() == 0
    (root / "pip.conf").write_text(pip_configuration(), encoding="utf-8")
    cache = subprocess.run(["uv", "cache", "dir"], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S607
    surrounding = Surrounding(
        root=root,
        folder="a  root's checkout",
        umask=0o077,
        user=f"litellm-{os.getpid()}" if privileged else pwd.getpwuid(os.geteuid()).pw_name,
        # The cache is that of the tests' own tools: it is an operator's to choose, and saves a download.
        variables={"litellm_install_environment": f"{{UV_CACHE_DIR: {cache}}}"},
        environment={
            "HOME": "/nonexistent",
            "TMPDIR": temporary,
            "LC_ALL": "de_DE.no-such-locale",
            "PIP_CONFIG_FILE": str(root / "pip.conf"),
            "PIP_USER": "1",
            "PIP_TARGET": "/nonexistent/target",
            "PIP_PREFIX": "/nonexistent/prefix",
            "PIP_REQUIRE_VIRTUALENV": "1",
            "PYTHONPATH": str(astray),
            "PYTHONHOME": "/nonexistent/python",
            "PYTHONSTARTUP": str(astray / "json.py"),
            "PYTHONSAFEPATH": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONWARNINGS": "error",
            "VIRTUAL_ENV": "/nonexistent/environment",
            "CONDA_PREFIX": "/nonexistent/conda",
            "UV_PYTHON": "/nonexistent/python",
            "UV_PROJECT_ENVIRONMENT": "/nonexistent/environment",
            "UV_CONFIG_FILE": "/nonexistent/uv.toml",
            "UV_LINK_MODE": "symlink",
            "UV_REQUIRE_HASHES": "1",
            "UV_SYSTEM_PYTHON": "1",
            "UV_WORKING_DIR": "/nonexistent",
            # The gateway is on this machine; who sends the question to a proxy gets no answer.
            "http_proxy": os.environ.get("http_proxy", "http://127.0.0.1:9"),
        },
    )
    surrounding.prepare()
    try:
        assert changes(deployed(surrounding)) != ["0"]
        assert closed_entries(surrounding.path("install")) == []
        assert not (surrounding.path("install") / "tools" / "cache" / "archive-v0").exists(), "the cache is elsewhere"
        if privileged:
            (environment,) = surrounding.path("install").glob("[0-9]*")
            environment.chmod(0o700)
            printed = deployed(surrounding)
            # Ansible folds long lines.
            assert f"{environment}: was closed to {surrounding.user}, is open to it" in " ".join(printed.split())
            assert closed_entries(surrounding.path("install")) == []
        assert changes(deployed(surrounding)) == ["0"]
    finally:
        removed(surrounding)
    if privileged:
        assert surrounding.user not in {account.pw_name for account in pwd.getpwall()}


def test_as_an_ordinary_user(root: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    account = nobody if os.geteuid() == 0 and python_of(nobody) else None
    if account is None:
        print(f"An ordinary user is who runs this, {pwd.getpwuid(os.geteuid()).pw_name}: there is no other to be here.")
    surrounding = Surrounding(
        root=root,
        folder="an ordinary user's checkout",
        umask=0o027,
        account=account,
        user=(account or pwd.getpwuid(os.geteuid())).pw_name,
        environment={
            # Where there is another account it has no home at all.
            "HOME": None,
            "TMPDIR": "/nonexistent/temporary",
            "LC_ALL": None,
            "LANG": "POSIX",
            "PATH": PROGRAMS if account else os.environ["PATH"],
        },
    )
    surrounding.prepare()
    try:
        assert changes(deployed(surrounding)) != ["0"]
        downloads = surrounding.path("install") / "tools" / "cache"
        assert list(downloads.glob("archive-*")), "uv's cache goes with the gateway"
        assert changes(deployed(surrounding)) == ["0"]
    finally:
        removed(surrounding)
