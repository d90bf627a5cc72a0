#!/bin/sh
# Makes one environment per supported ansible-core in .cache/cores/<core>, each with the first Python here that the core takes.
# A core that no Python here can run gets no environment; tests/playbooks says so.
set -eu

cores=.cache/cores
mkdir -p "$cores"

# The path of a Python of version $1 that runs; pyenv's own folders too, whose commands on PATH may refuse to.
python_of() {
    for found in $(command -v "python$1" || true) "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$1".*/bin/"python$1"; do
        if "$found" -c '' 2>/dev/null; then
            echo "$found"
            return
        fi
    done
}

# $1: the core; the rest: Pythons that it takes.
make_core() {
    core=$1
    shift
    [ ! -e "$cores/$core/.complete" ] || return 0
    for version in "$@"; do
        python=$(python_of "$version")
        [ -n "$python" ] || continue
        echo "Installing ansible-core $core under Python $version for the tests"
        uv venv --quiet --clear --python "$python" "$cores/$core"
        uv pip install --quiet --system-certs --compile-bytecode --python "$cores/$core/bin/python" "ansible-core==$core.*"
        touch "$cores/$core/.complete"
        return
    done
}

make_core 2.17 3.10 3.11 3.12
make_core 2.19 3.11 3.12 3.13
make_core 2.21 3.13 3.12 3.14
