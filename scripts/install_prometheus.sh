#!/bin/sh
# Brings the distribution's Prometheus and promtool into .cache/prometheus for the tests. Its package is unpacked and not installed,
# for it would start a service.
set -eu

cd "$(dirname "$0")/.."
test -x .cache/prometheus/usr/bin/promtool && exit
command -v apt-get >/dev/null || { echo "Put prometheus and promtool into .cache/prometheus/usr/bin: the tests of the dashboard run them." >&2; exit 1; }
mkdir -p .cache/prometheus
cd .cache/prometheus
apt-cache show prometheus >/dev/null 2>&1 || {
    become=""
    [ "$(id -u)" -eq 0 ] || become="sudo --non-interactive"
    $become apt-get update --quiet --option Acquire::Retries=5
}
apt-get download --option Acquire::Retries=5 --quiet prometheus
dpkg-deb --extract prometheus_*.deb .
rm prometheus_*.deb
