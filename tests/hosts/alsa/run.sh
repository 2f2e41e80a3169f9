#!/usr/bin/env bash
# `drumspace host` on ALSA, with windows, without sound hardware: run.sh [TOOL]. ALSA's own "file" device writes into a pipe that check.py
# reads at the pace of a sound card; sequencer.c replaces the kernel's sequencer; windows are on a private X server. Prints a line a check.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../../.."
source eng/steps.sh
need_packages libasound2 amsynth gcc libc6-dev linux-libc-dev python3 xvfb xdotool imagemagick
tool=${1:-$PWD/out/bin/drumspace}
[[ -f out/plugin/DrumSpace.so && -f $tool ]] || { echo 'out/plugin or the tool is missing: run ./build.sh first.' >&2; exit 1; }
work=$PWD/out/tests/hosts/alsa
rm -rf "$work"
mkdir -p "$work"
gcc -O1 -Wall -Wextra -Werror -shared -fPIC -o "$work/sequencer.so" "$here/../sequencer.c" -ldl -lpthread
exec python3 -B "$here/check.py" "$tool" "$work" "$PWD/out/plugin"
