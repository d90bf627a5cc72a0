#!/bin/sh
# Runs every Molecule scenario, where this machine can have systemd hosts; elsewhere says so. `release` counts what clients
# see and has the machine for itself; the others run two at a time, as much of each is waiting. The output of a scenario is
# shown when it failed.
set -eu

# Usage: side_by_side NUMBER SCENARIO...
side_by_side() {
    number=$1
    shift
    printf '%s\0' "$@" | xargs --null --max-procs="$number" --max-args=1 sh -euc '
        output=$(mktemp)
        trap "rm -f $output" EXIT
        began=$(date +%s)
        molecule test --scenario-name "$1" > "$output" 2>&1 || {
            cat "$output"
            echo "Scenario $1 failed."
            exit 1
        }
        echo "Scenario $1 passed in $(($(date +%s) - began)) s."
    ' scenario
}

cd "$(git rev-parse --show-toplevel)"
status=0
scripts/prepare_test_machine.sh || status=$?
[ "$status" -eq 3 ] && exit 0
[ "$status" -eq 0 ] || exit "$status"

# The moments at which `interrupted` kills plays; another set each time.
export INTERRUPT_SEED="${INTERRUPT_SEED:-$(date +%s)}"
echo "Interruptions: INTERRUPT_SEED=$INTERRUPT_SEED"

side_by_side 1 release
# Names of folders, without blanks.
# shellcheck disable=SC2046
side_by_side 2 $(find molecule -name molecule.yml -not -path '*/release/*' -printf '%h\n' | sort | xargs --max-args=1 basename)
