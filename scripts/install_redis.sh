#!/bin/sh
# Makes this machine able to run the tests with a real Redis: installs its server where it is missing. Debian's redis-tools has the
# program, and no service that would start.
set -eu

command -v redis-server >/dev/null || command -v redis-check-rdb >/dev/null ||
    "$(dirname "$0")/apt_install.sh" "Install redis-server: the tests with Redis run it." redis-tools
