"""Passwords of a Redis, of a database and of the admin interface are in the file with the secrets, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.unit.ansible_programs import ansible

PLAY = """\
- name: Write the file with the secrets
  hosts: localhost
  gather_facts: false
  tasks:
    - name: Render and check the configuration
      ansible.builtin.include_role:
        name: llmops.litellm.litellm
        tasks_from: render
        public: true
      vars: {__litellm_with_environment: true}

    - name: Write the secrets
      ansible.builtin.copy:
        content: "{{ __litellm_secrets_text }}"
        dest: "{{ destination }}"
        mode: "0600"
      diff: false
      no_log: true

    - name: Show the configuration
      ansible.builtin.debug:
        var: __litellm_config
"""
PASSWORD = "canary/7 %@:?#&+=" + chr(228) + '"'


def test_a_password_is_in_the_secrets_alone(tmp_path: Path) -> None:
    play, variables, secrets = (tmp_path / name for name in ("play.yml", "variables.json", "litellm.env"))
    play.write_text(PLAY)
    given = {
        "destination": str(secrets),
        "litellm_models": {"a": {"upstream": "gpt-5", "mock_response": "hi"}},
        "litellm_master_key": "sk-0123456789abcdef",
        "litellm_secrets": {"REDIS_PASSWORD": PASSWORD, "SALT": "canary-salt-0123456789"},
        "litellm_salt_key": "os.environ/SALT",
        "litellm_service_manager": "podman",
        "litellm_database": {"host": "db.example", "password_env": "REDIS_PASSWORD"},
        "litellm_ui": {"username": "admin", "password_env": "REDIS_PASSWORD"},
        "litellm_redis": {"host": "r.example", "username": "gateway", "password_env": "REDIS_PASSWORD"},
    }
    variables.write_text(json.dumps(given))
    output = ansible("playbook", "-vvv", "--diff", f"--extra-vars=@{variables}", play).stdout
    assert "os.environ/LITELLM_REDIS_URL" in output
    assert "canary" not in output
    lines = dict(line.split("=", 1) for line in secrets.read_text().splitlines())
    url = urlsplit(lines["LITELLM_REDIS_URL"].strip('"'))
    assert (url.scheme, url.username, url.hostname, url.port, url.path) == ("redis", "gateway", "r.example", 6379, "/0")
    assert unquote(url.password or "") == PASSWORD
    database = urlsplit(lines["DATABASE_URL"].strip('"'))
    assert (database.username, database.hostname, database.path) == ("litellm", "db.example", "/litellm")
    assert unquote(database.password or "") == PASSWORD
    # A password by itself is as it was given, but for what the file's own quotes need.
    assert lines["UI_PASSWORD"] == lines["REDIS_PASSWORD"]
    assert lines["LITELLM_SALT_KEY"] == '"canary-salt-0123456789"'
