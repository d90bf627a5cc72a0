#!/bin/sh
# Makes this machine able to run the tests on systemd hosts (Molecule, make bench-deploy bench-rollout): installs the
# container tools that are missing. Exits 0 when they are there, 3 when this machine or user cannot have them; then it
# says what is left out and how to run it.
set -eu

left_out() {
    echo "Left out: the tests on systemd hosts (molecule, bench-deploy, bench-rollout). $1" >&2
    exit 3
}

[ "$(id -u)" -eq 0 ] ||
    left_out "They start systemd containers, which takes root. Run them as root: sudo -E make molecule bench"
command -v apt-get >/dev/null ||
    left_out "They build Debian images with apt's tools. Run them on a Debian or Ubuntu machine or container."

# The file that each package brings, to ask apt only for what is missing.
missing=""
while read -r package file; do
    [ -e "$file" ] || missing="$missing $package"
done <<'PACKAGES'
podman /usr/bin/podman
runc /usr/sbin/runc
netavark /usr/lib/podman/netavark
aardvark-dns /usr/lib/podman/aardvark-dns
iproute2 /usr/sbin/ip
iptables /usr/sbin/iptables
nftables /usr/sbin/nft
mmdebstrap /usr/bin/mmdebstrap
debian-archive-keyring /usr/share/keyrings/debian-archive-keyring.gpg
openssh-client /usr/bin/ssh
procps /usr/bin/pkill
PACKAGES
[ -n "$missing" ] || exit 0

echo "Installing$missing"
# The list is split into package names on purpose.
# shellcheck disable=SC2086
"$(dirname "$0")/apt_install.sh" "Install$missing" $missing
