#!/usr/bin/env bash
# Prepares a machine for the program without asking anything: system libraries, then .venv. Quick when all is there.
#   installer/setup.sh system [screen]   libraries that Qt needs; with "screen" also what the tests look with:
#                                        a virtual screen and its keys, another reader of PDF, other bookkeeping programs
#   installer/setup.sh packages          .venv with the locked packages
#   installer/setup.sh program           the program itself, as .venv/bin/satcha
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_PROGRESS_BAR=off

# What is looked for, and the Debian or Ubuntu package that brings it (technology.md 2).
LIBRARIES="
libglib-2.0.so.0       libglib2.0-0
libGL.so.1             libgl1
libEGL.so.1            libegl1
libfontconfig.so.1     libfontconfig1
libxkbcommon.so.0      libxkbcommon0
libdbus-1.so.3         libdbus-1-3
libxcb-cursor.so.0     libxcb-cursor0
libxkbcommon-x11.so.0  libxkbcommon-x11-0
libxcb-icccm.so.4      libxcb-icccm4
libxcb-keysyms.so.1    libxcb-keysyms1
libxcb-shape.so.0      libxcb-shape0
libxcb-randr.so.0      libxcb-randr0
libcups.so.2           libcups2
"

say() { printf '%s\n' "$*" >&2; }

# The oldest Python that will do is 3.11; the machine's own comes first.
find_python() {
  local name
  for name in ${PYTHON:-} python3 python3.11 python3.12 python3.13 python3.14 python3.15; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  say "Satcha needs Python 3.11 or newer, and none was found."
  return 1
}

missing_packages() {
  local ldconfig known library package python
  ldconfig=$(PATH="$PATH:/sbin:/usr/sbin" command -v ldconfig) || return 0
  known=$("$ldconfig" -p)
  while read -r library package; do
    [[ -z $library || $known == *"$library"* ]] || echo "$package"
  done <<<"$LIBRARIES"
  if [ "${1:-}" = screen ]; then
    command -v Xvfb >/dev/null || echo xvfb
    command -v xauth >/dev/null || echo xauth
    command -v pdftotext >/dev/null || echo poppler-utils
    command -v xdotool >/dev/null || echo xdotool
    command -v hledger >/dev/null || echo hledger
    command -v ledger >/dev/null || echo ledger
  fi
  python=$(find_python)
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

system() {
  local missing command
  missing=$(missing_packages "$@" | paste -sd ' ')
  [ -n "$missing" ] || return 0
  command="apt-get install -y --no-install-recommends $missing"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing what this machine lacks: $missing"
    # shellcheck disable=SC2086  # several words on purpose
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive $command -qq >/dev/null; then
      return 0
    fi
    say "That did not work."
  fi
  say "Some system packages are missing. This one command, run once, installs them:"
  say "    sudo apt-get update && sudo $command"
  # Without a screen, paper and console work without Qt's libraries; without venv nothing does.
  [[ $missing != *-venv* ]]
}

packages() {
  # A copied folder carries scripts that point at the old place; such a .venv is made again.
  if [ "$(cat .venv/.place 2>/dev/null)" != "$PWD" ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    local found
    found=$(find_python)
    "$found" -m venv --clear .venv
    echo "$PWD" >.venv/.place
  fi
  .venv/bin/python -m pip install --quiet --only-binary :all: --require-hashes \
    --requirement installer/requirements-develop.lock
  # PySide6 brings a part of itself packed and would compile it anew at every start; on this wish it unpacks it.
  SBK_EMBED=0 .venv/bin/python -c 'import shiboken6'
  .venv/bin/python -m compileall -q .venv/lib/python*/site-packages/shiboken6/files.dir
}

program() {
  # compat: a plain path entry; the other way loads an import hook at every start of the console.
  .venv/bin/python -m pip install --quiet --no-index --no-deps --no-build-isolation \
    --config-settings editable_mode=compat --editable .
  # Compiled once here, so that not even the first call of the console has to wait for it.
  .venv/bin/python -m compileall -q desktop ledger reports
}

"$@"
