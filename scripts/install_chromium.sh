#!/bin/sh
# Makes this machine able to open the report in a browser: installs the distribution's Chromium where none is.
set -eu

command -v chromium >/dev/null ||
    "$(dirname "$0")/apt_install.sh" "Install chromium: the tests of the report open it." chromium
