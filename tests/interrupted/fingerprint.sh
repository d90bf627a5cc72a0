# Run by sh on a host: prints everything about it that a gateway may have changed, one line each, in a fixed order.
# Left out is what lives by itself: logs, caches, what Ansible and systemd keep for themselves, and copies of the account
# files, which hold what these were before.
set -u
export LC_ALL=C

find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path /var/tmp -o -path /var/log \
    -o -path /var/cache -o -path /var/lib/systemd -o -path /var/lib/apt -o -path /var/lib/private -o -path /root/.ansible \
    -o -path /root/.cache -o -path /var/lib/containers -o -path /home/gateway/.cache -o -name __pycache__ \) -prune \
    -o -not -path '/etc/*-' -printf 'file %p %y %m %u %g %l\n' | sort
find /etc -xdev -type f -not -name '*-' -exec sha256sum {} + | sed 's/^/content /' | sort -k 3
find /run /tmp /var/tmp -xdev -iname '*litellm*' -printf 'file %p\n' | sort
# A name of a process that runs now and not at other times says nothing: that of whoever asks, and systemd's own helpers.
passing='sh|tr|cut|sed|grep|sort|find|sshd|/usr/sbin/sshd|/usr/bin/python3 $|/bin/sh -c /usr/bin/python3|\('
passing="$passing|/lib/systemd/|/usr/lib/systemd/|/sbin/init|agetty|/sbin/agetty|/usr/bin/dbus-daemon --session"
for process in /proc/[0-9]*; do
    tr '\0' ' ' 2>/dev/null < "$process/cmdline" | cut -c 1-300
done | sed 's/^/process /' | grep --extended-regexp --invert-match "^process ($passing)" |
    sort
ss --listening --tcp --numeric --no-header | awk '{print "port", $4}' | sort
systemctl list-units --all --full --plain --no-legend 'litellm*' | awk '$3 != "inactive" {print "unit", $1, $2, $3, $4}' | sort
# podman asks a container how it is in a unit of its own, which fails where the container ends meanwhile; systemd forgets it.
systemctl list-units --state=failed --full --plain --no-legend |
    { grep --extended-regexp --invert-match '^[0-9a-f]{64}-[0-9a-f]+[.]' || true; } | awk '{print "failed", $1}' | sort
if command -v podman >/dev/null; then
    podman ps --all --format 'container {{.Names}} {{.State}}' | sort
    podman image ls --format 'image {{.Repository}}:{{.Tag}}' | sort
    podman secret ls --format 'secret {{.Name}}' | sort
    podman volume ls --format 'volume {{.Name}}' | sort
fi
