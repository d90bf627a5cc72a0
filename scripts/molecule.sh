#!/bin/sh
# Runs the Molecule scenarios, where this machine can have systemd hosts; elsewhere says so. Three at a time, as much of each is
# waiting. The output of a scenario is shown when it failed.
set -eu

cd "$(git rev-parse --show-toplevel)"
status=0
scripts/prepare_test_machine.sh || status=$?
[ "$status" -eq 3 ] && exit 0
[ "$status" -eq 0 ] || exit "$status"

# Another host and other moments at which plays are killed in each run, and one of two Debians for the host whose releases change.
# Told here, since the output of what passes is not shown.
INTERRUPT_SEED=${INTERRUPT_SEED:-$(date +%s)}
[ $((INTERRUPT_SEED % 2)) -eq 0 ] && suite=bookworm || suite=trixie
RELEASE_SUITE=${RELEASE_SUITE:-$suite}
export INTERRUPT_SEED RELEASE_SUITE
echo "interrupted: the host and the moments of INTERRUPT_SEED=$INTERRUPT_SEED; release: RELEASE_SUITE=$RELEASE_SUITE"

# The long ones first, so that none of them is the last. The other scenarios have targets of their own, for they take longer than
# what each change is tested with may.
scripts/side_by_side.sh 3 "molecule test --scenario-name" dual_model release containers interrupted balanced
