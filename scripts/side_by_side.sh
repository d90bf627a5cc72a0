#!/bin/sh
# Runs one command for several items, some at a time, since much of each is waiting. Of one that passes the end of its output is
# shown, with what it left out and how long it took; of one that fails all of it.
# Usage: side_by_side.sh NUMBER COMMAND ITEM...
# COMMAND and ITEM may be several words each.
set -eu
number=$1
export RUN="$2"
shift 2
printf '%s\0' "$@" | xargs --null --max-procs="$number" --max-args=1 sh -euc '
    output=$(mktemp)
    trap "rm -f $output" EXIT
    began=$(date +%s)
    # The words of both are wanted apart.
    # shellcheck disable=SC2086
    $RUN $1 > "$output" 2>&1 || {
        cat "$output"
        echo "$1: failed."
        exit 1
    }
    tail -n 5 "$output"
    echo "$1: passed in $(($(date +%s) - began)) s."
' item
