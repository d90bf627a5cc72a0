#!/bin/sh
# Runs Molecule scenarios, where this machine can have systemd hosts; elsewhere says so. Three at a time, as much of each is
# waiting. The output of a scenario is shown when it failed.
# Usage: molecule.sh SCENARIO...
set -eu

cd "$(git rev-parse --show-toplevel)"
status=0
scripts/prepare_test_machine.sh || status=$?
[ "$status" -eq 3 ] && exit 0
[ "$status" -eq 0 ] || exit "$status"

# Another host and other moments at which plays are killed in each run, and one of two Debians for the host whose releases change.
# Told in the end, which is what is shown of the output of what passes.
INTERRUPT_SEED=${INTERRUPT_SEED:-$(date +%s)}
[ $((INTERRUPT_SEED % 2)) -eq 0 ] && suite=bookworm || suite=trixie
RELEASE_SUITE=${RELEASE_SUITE:-$suite}
export INTERRUPT_SEED RELEASE_SUITE
trap 'echo "interrupted: the host and the moments of INTERRUPT_SEED=$INTERRUPT_SEED; release: RELEASE_SUITE=$RELEASE_SUITE"' EXIT

scripts/side_by_side.sh 3 "molecule test --scenario-name" "$@"
