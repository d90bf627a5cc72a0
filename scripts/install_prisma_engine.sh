#!/bin/sh
# Makes the stand-in of Prisma's query engine ready to run, in .cache/prisma_engine: the engine as WebAssembly, and Prisma's program that
# generates a client. With the Python of a LiteLLM as its argument, generates the client of that.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
folder=$root/.cache/prisma_engine
command -v node >/dev/null && command -v npm >/dev/null ||
    "$root/scripts/apt_install.sh" "Install node and npm: the stand-in of Prisma's engine runs in it." nodejs npm
mkdir -p "$folder"
cmp -s "$root/tests/prisma_engine/package-lock.json" "$folder/installed.json" || {
    cp "$root/tests/prisma_engine/package.json" "$root/tests/prisma_engine/package-lock.json" "$folder"
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    cp "$folder/package-lock.json" "$folder/installed.json"
}
[ $# -gt 0 ] || exit 0

python=$1
# shellcheck disable=SC2016 # Python's own
schema=$("$python" -I -c 'import importlib.util, pathlib
print(pathlib.Path(importlib.util.find_spec("litellm").origin).parent / "proxy" / "schema.prisma")')
export PATH="$(dirname "$python"):$PATH" PRISMA_BINARY_CACHE_DIR="$folder" CHECKPOINT_DISABLE=1
# Named, so that Prisma downloads neither; it starts none of them to generate.
export PRISMA_QUERY_ENGINE_BINARY="$root/tests/prisma_engine/query-engine" PRISMA_SCHEMA_ENGINE_BINARY=/bin/true
export PRISMA_ENGINE_PYTHON="$root/.venv/bin/python"
"$python" -m prisma generate --schema "$schema" >/dev/null
"$python" -m compileall -q "$("$python" -I -c 'import importlib.util, pathlib
print(pathlib.Path(importlib.util.find_spec("prisma").origin).parent)')"
