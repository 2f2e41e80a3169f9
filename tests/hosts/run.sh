#!/usr/bin/env bash
# Runs the built plugin in Debian's Ardour and Qtractor, headless: run.sh [song|window|jack|alsa], all by default. Prints a line a check and a
# closing line.
set -euo pipefail
parts=${*:-song window jack alsa}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
source eng/steps.sh
need_packages ardour qtractor jackd2 gcc libc6-dev linux-libc-dev libx11-dev python3 python3-mido python3-numpy xvfb xdotool openbox wmctrl \
  x11-utils imagemagick
[[ -f out/plugin/DrumSpace.so && -f out/plugin/DrumSpace.clap ]] || { echo 'out/plugin is missing: run ./build.sh first.' >&2; exit 1; }

work=$PWD/out/tests/hosts
rm -rf "$work"
mkdir -p "$work"/{ardour,ardour-vst3,ardour-travel,ardour-vst3-travel,qtractor,qtractor-clap,qtractor-travel,qtractor-clap-travel} \
  "$work"/{qtractor-bounce,qtractor-clap-bounce}
python3 "$here/make_bundle.py" "$work/models/switches"
export DRUMSPACE_MODELS=$work/models DRUMSPACE_LOG=$work/drumspace.log DRUMSPACE_CAPTURES=$work/captures

song() {
  "$here/ardour.sh" "$PWD/out/plugin" "$work/ardour" vst2
  "$here/ardour.sh" "$PWD/out/plugin" "$work/ardour-vst3" vst3
  "$here/ardour-travel.sh" "$PWD/out/plugin" "$work/ardour-travel" vst2
  "$here/ardour-travel.sh" "$PWD/out/plugin" "$work/ardour-vst3-travel" vst3
  "$here/qtractor.sh" "$PWD/out/plugin/DrumSpace.so" "$work/qtractor"
  "$here/qtractor.sh" "$PWD/out/plugin/DrumSpace.clap" "$work/qtractor-clap"
  "$here/qtractor-travel.sh" "$PWD/out/plugin/DrumSpace.so" "$work/qtractor-travel"
  "$here/qtractor-travel.sh" "$PWD/out/plugin/DrumSpace.clap" "$work/qtractor-clap-travel"
  "$here/qtractor-bounce.sh" "$PWD/out/plugin/DrumSpace.so" "$work/qtractor-bounce"
  "$here/qtractor-bounce.sh" "$PWD/out/plugin/DrumSpace.clap" "$work/qtractor-clap-bounce"
  python3 "$here/check.py" equal 'the plugin logged nothing' "$(cat "$DRUMSPACE_LOG" 2>/dev/null)" ''
}

window() {
  "$here/window/run.sh" "$PWD/out/plugin" "$PWD/out/bin/drumspace" "$work/window"
}

jack() {
  "$here/jack/run.sh" "$PWD/out/bin/drumspace" "$work/jack"
}

alsa() {
  "$here/alsa/run.sh" "$PWD/out/bin/drumspace"
}

for part in $parts; do "$part"; done 2>&1 | tee "$work/checks.log" || true

passed=$(grep -c '^ok: ' "$work/checks.log" || true)
skipped=$(grep -c '^skipped: ' "$work/checks.log" || true)
failed=$(grep -Evc '^(ok|skipped): ' "$work/checks.log" || true)
echo "$passed passed, $failed failed, $skipped skipped"
((failed == 0))
