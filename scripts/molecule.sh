#!/bin/sh
# Runs every Molecule scenario, where this machine can have systemd hosts; elsewhere says so.
set -eu

cd "$(git rev-parse --show-toplevel)"
status=0
scripts/prepare_test_machine.sh || status=$?
[ "$status" -eq 3 ] && exit 0
[ "$status" -eq 0 ] || exit "$status"
exec molecule test --all
