#!/bin/sh
# Prints the path of an archive with an image of LiteLLM, and builds it unless it is there. As in LiteLLM's own images,
# LiteLLM is in /app/.venv and an entry point of the image's stands before it.
# Needs no image registry: Debian comes from the mirror of this machine, LiteLLM from its package index, by its hashes.
# Usage: gateway_image.sh
set -eu
# One at a time, as there.
exec 9< "$0"
flock 9
shared=$(dirname "$(readlink -f "$0")")
project=$(dirname "$(dirname "$shared")")
version=$(sed -n 's/^litellm_version: //p' "$project/roles/litellm/defaults/main.yml")
lock=$project/roles/litellm/files/locks/$version.txt
image=localhost/llmops-litellm-test-gateway:v$version

base=$("$shared/host_image.sh" trixie)
recipe=$({
    cat "$0" "$lock"
    echo "$base"
} | sha256sum | cut -c 1-12)
archive=$project/.cache/test_images/gateway-$recipe.tar

if ! [ -e "$archive" ]; then
    mkdir -p "$(dirname "$archive")"
    rm -f "$(dirname "$archive")"/gateway-*.tar
    index=${UV_DEFAULT_INDEX:-${PIP_INDEX_URL:-$(pip3 config get global.index-url 2>/dev/null || true)}}
    # Another checkout may build the same at the same time.
    builder=llmops-litellm-test-gateway-$recipe-$$
    trap 'podman rm --force "$builder" >/dev/null; rm -f "$archive.part"' EXIT
    podman run --replace --name "$builder" --network host --env "UV_DEFAULT_INDEX=$index" --env UV_LINK_MODE=copy \
        --env UV_CACHE_DIR=/var/cache/uv --env SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
        --volume llmops-litellm-uv-cache:/var/cache/uv --volume "$lock:/requirements.txt:ro" \
        --volume "$(readlink -f "$(command -v uv)"):/usr/local/bin/uv:ro" \
        "$base" sh -euc '
            uv venv --quiet --python /usr/bin/python3 /app/.venv
            uv pip install --quiet --system-certs --compile-bytecode --require-hashes --python /app/.venv/bin/python \
                --requirement /requirements.txt
            # 211 of 915 MB, and nothing that a gateway of the tests does.
            uv pip uninstall --quiet --python /app/.venv/bin/python granian polars polars-runtime-32
        ' >&2
    podman commit --quiet --change 'ENTRYPOINT ["/bin/false"]' "$builder" "$image" >&2
    podman save --quiet --output "$archive.part" "$image" >&2
    podman image rm "$image" >&2
    mv "$archive.part" "$archive"
fi
echo "$archive"
