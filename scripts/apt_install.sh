#!/bin/sh
# Installs packages of Debian or Ubuntu; without any, only asks which there are. The first argument says what to install
# elsewhere, and why: where there is no apt, it is the message.
set -eu

command -v apt-get >/dev/null || { echo "$1" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || exec sudo --non-interactive "$0" "$@"
shift
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet --option Acquire::Retries=5
[ $# -eq 0 ] || apt-get install --option Acquire::Retries=5 --quiet --yes --no-install-recommends "$@"
