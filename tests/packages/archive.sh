#!/usr/bin/env bash
# The archive for one user: archive.sh WORK_FOLDER. Installs into a home folder of its own.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$1
source tests/checks.sh
source tests/packages/lib.sh
home=$work/home
mkdir -p "$home/unpacked" "$home/.vst"
touch "$home/.vst/own.so"
tar -C "$home/unpacked" -xf out/packages/drumspace-*-linux-x86_64.tar.xz
before=$(find "$home" -path "$home/unpacked" -prune -o -print | LC_ALL=C sort)

as_user() { env -u SUDO_USER -u XDG_DATA_HOME -u XDG_CONFIG_HOME HOME="$home" "$@"; }

check 'archive: it installs' as_user sh "$home"/unpacked/*/install.sh
check 'archive: a second installation replaces the first' as_user sh "$home"/unpacked/*/install.sh
for plugin in .vst/DrumSpace.so .clap/DrumSpace.clap .vst3/DrumSpace.vst3; do
  plays "archive: ~/$plugin plays" "$home/$plugin"
done
check 'archive: the tool runs, with the shipped models' as_user "$home/.local/bin/drumspace" editor --picture "$work/archive.png"
check 'archive: it is removed' as_user sh "$home/.local/lib/drumspace/uninstall.sh"
same 'archive: nothing is left, and what was there is' "$(find "$home" -path "$home/unpacked" -prune -o -print | LC_ALL=C sort)" "$before"
