#!/bin/sh
# Brings the distribution's Prometheus, promtool, Alertmanager and amtool into .cache/prometheus for the tests. Their packages are unpacked
# and not installed, for they would start services.
set -eu

cd "$(dirname "$0")/.."
test -x .cache/prometheus/usr/bin/promtool && test -x .cache/prometheus/usr/bin/amtool && exit
apt-cache show prometheus >/dev/null 2>&1 || scripts/apt_install.sh \
    "Put prometheus, promtool and amtool into .cache/prometheus/usr/bin: the tests of alerts and of the dashboard run them."
mkdir -p .cache/prometheus
cd .cache/prometheus
apt-get download --option Acquire::Retries=5 --quiet prometheus prometheus-alertmanager
for package in prometheus*.deb; do dpkg-deb --extract "$package" .; done
rm prometheus*.deb
