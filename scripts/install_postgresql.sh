#!/bin/sh
# Makes this machine able to run the tests with a real PostgreSQL: installs its programs where they are missing. Debian's package makes no
# cluster, which would start, when it is told so.
set -eu

for program in /usr/lib/postgresql/*/bin/postgres /usr/bin/postgres; do
    [ ! -x "$program" ] || exit 0
done
elsewhere="Install postgresql: the tests with PostgreSQL run it."
command -v apt-get >/dev/null || { echo "$elsewhere" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || exec sudo --non-interactive "$0"
mkdir -p /etc/postgresql-common/createcluster.d
trap 'rm /etc/postgresql-common/createcluster.d/tests.conf' EXIT
echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.d/tests.conf
"$(dirname "$0")/apt_install.sh" "$elsewhere" postgresql
