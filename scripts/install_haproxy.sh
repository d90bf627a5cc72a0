#!/bin/sh
# Makes this machine able to measure with a real HAProxy: installs it where it is missing. Debian's service of it is of no use here, and
# is left as it is.
set -eu

command -v haproxy >/dev/null ||
    "$(dirname "$0")/apt_install.sh" "Install haproxy: the benchmark with a balancer runs it." haproxy
