#!/bin/sh
# Makes this machine able to run the tests with a real Redis: installs its server where it is missing. Debian's redis-tools has the
# program, and no service that would start.
set -eu

command -v redis-server >/dev/null || command -v redis-check-rdb >/dev/null || {
    command -v apt-get >/dev/null || { echo "Install redis-server: the tests with Redis run it." >&2; exit 1; }
    become=""
    [ "$(id -u)" -eq 0 ] || become="sudo --non-interactive"
    $become apt-get update --quiet --option Acquire::Retries=5
    $become env DEBIAN_FRONTEND=noninteractive \
        apt-get install --option Acquire::Retries=5 --quiet --yes --no-install-recommends redis-tools
}
