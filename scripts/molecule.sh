#!/bin/sh
# Runs every Molecule scenario, where this machine can have systemd hosts; elsewhere says so. They run two at a time, as
# much of each is waiting, and the output of one is shown when it failed.
set -eu

cd "$(git rev-parse --show-toplevel)"
status=0
scripts/prepare_test_machine.sh || status=$?
[ "$status" -eq 3 ] && exit 0
[ "$status" -eq 0 ] || exit "$status"

printf '%s\0' molecule/*/molecule.yml | xargs --null --max-procs=2 --max-args=1 sh -euc '
    scenario=$(basename "$(dirname "$1")")
    output=$(mktemp)
    trap "rm -f $output" EXIT
    began=$(date +%s)
    molecule test --scenario-name "$scenario" > "$output" 2>&1 || {
        cat "$output"
        echo "Scenario $scenario failed."
        exit 1
    }
    echo "Scenario $scenario passed in $(($(date +%s) - began)) s."
' scenario
