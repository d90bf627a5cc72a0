#!/bin/sh
# Makes this machine able to run the tests with a real PostgreSQL: installs its programs where they are missing. Debian's package makes no
# cluster, which would start, when it is told so.
set -eu

for program in /usr/lib/postgresql/*/bin/postgres /usr/bin/postgres; do
    [ ! -x "$program" ] || exit 0
done
command -v apt-get >/dev/null || { echo "Install postgresql: the tests with PostgreSQL run it." >&2; exit 1; }
become=""
[ "$(id -u)" -eq 0 ] || become="sudo --non-interactive"
$become apt-get update --quiet --option Acquire::Retries=5
$become mkdir -p /etc/postgresql-common/createcluster.d
echo "create_main_cluster = false" | $become tee /etc/postgresql-common/createcluster.d/tests.conf >/dev/null
$become env DEBIAN_FRONTEND=noninteractive \
    apt-get install --option Acquire::Retries=5 --quiet --yes --no-install-recommends postgresql
$become rm /etc/postgresql-common/createcluster.d/tests.conf
