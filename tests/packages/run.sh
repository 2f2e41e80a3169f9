#!/usr/bin/env bash
# Installs what out/packages has, plays the plugin from where it was installed, removes it, and looks for what is left. Prints a line a check.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source eng/steps.sh
source tests/checks.sh
need_packages python3 lintian wine64 gcc-mingw-w64-x86-64-win32 unzip || exit
work=$PWD/out/tests/packages
rm -rf "$work"
mkdir -p "$work"
{
  tests/packages/debian.sh "$work"
  tests/packages/archive.sh "$work"
  tests/packages/windows.sh "$work"
} 2>&1 | tee "$work/checks.log"
all_passed "$work/checks.log"
