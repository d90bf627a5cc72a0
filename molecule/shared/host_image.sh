#!/bin/sh
# Prints the name of an image of a minimal Debian with systemd and an SSH server, and builds it unless it is there.
# Needs no image registry: the packages come from the mirror that this machine's apt uses (or DEBIAN_MIRROR), and the
# certificate authorities added to this machine are trusted in the image.
# Usage: host_image.sh SUITE [ENGINE]
# ENGINE is podman or docker, for hosts that run containers themselves.
set -eu
# One at a time: scenarios that run side by side want the same image.
exec 9< "$0"
flock 9
suite=$1
engine=${2:-}
packages=systemd,systemd-sysv,dbus,python3,sudo,iproute2,ca-certificates,openssh-server
case $engine in
    # Also what a user's own podman needs.
    podman)
        packages=$packages,podman,crun,netavark,aardvark-dns,nftables
        packages=$packages,uidmap,fuse-overlayfs,libpam-systemd,dbus-user-session
        ;;
    docker) packages=$packages,docker.io,docker-cli,iptables ;;
esac
local_authorities=/usr/local/share/ca-certificates

apt_mirror() {
    apt-get indextargets --format '$(ORIGIN)/$(LABEL) $(REPO_URI)' 'Created-By: Packages' |
        sed -n 's,^Debian/Debian ,,p' | head -n 1
}

mirror=${DEBIAN_MIRROR:-$(apt_mirror)}
if [ -z "$mirror" ]; then
    apt-get update --quiet --option Acquire::Retries=5 >&2
    mirror=$(apt_mirror)
fi
if [ -z "$mirror" ]; then
    echo "apt on this machine knows no Debian mirror: set DEBIAN_MIRROR to the URL of one." >&2
    exit 1
fi

mkdir -p "$local_authorities"
recipe=$({
    cat "$0"
    echo "$suite $engine $mirror"
    find "$local_authorities" -name '*.crt' -exec cat {} +
} | sha256sum | cut -c 1-12)
image=localhost/llmops-litellm-test-host:$suite${engine:+-$engine}-$recipe

if ! podman image exists "$image"; then
    directory=$(mktemp -d)
    trap 'rm -rf "$directory"' EXIT
    mmdebstrap --quiet --variant=minbase --include="$packages" --aptopt='Acquire::Retries "5"' \
        --customize-hook="sync-in $local_authorities $local_authorities" \
        --customize-hook='chroot "$1" update-ca-certificates' \
        --customize-hook='chroot "$1" systemctl mask systemd-modules-load.service' \
        "$suite" "$directory/host.tar" "$mirror" >&2
    podman import --quiet "$directory/host.tar" "$image" >&2
fi
echo "$image"
