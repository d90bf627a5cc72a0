#!/bin/sh
# Makes this machine able to open the report in a browser: installs the distribution's Chromium where none is.
set -eu

command -v chromium >/dev/null || {
    command -v apt-get >/dev/null || { echo "Install chromium: the tests of the report open it." >&2; exit 1; }
    become=""
    [ "$(id -u)" -eq 0 ] || become="sudo --non-interactive"
    $become apt-get update --quiet --option Acquire::Retries=5
    $become env DEBIAN_FRONTEND=noninteractive \
        apt-get install --option Acquire::Retries=5 --quiet --yes --no-install-recommends chromium
}
