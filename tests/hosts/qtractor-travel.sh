#!/usr/bin/env bash
# Loops, jumps, a tempo change and a drawn curve in Qtractor, controlled by JACK's transport. tap.c after the plugin records its MIDI.
# qtractor-travel.sh PLUGIN_FILE WORK_FOLDER; prints a line a check.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/qtractor-lib.sh"
gcc -O1 -shared -fPIC -o "$work/Tap.so" "$here/tap.c" || exit
python3 "$here/make_session.py" "$1" "$work" "$work/Tap.so"

transport() { printf '%s\n' "$@" | jack_transport >/dev/null 2>&1; }
travel() {
  start travel
  sleep 2
  transport 'locate 0' play
  sleep 10
  transport "locate $((48000 * 5 + 16000 * 20 + 4800))" # quarter 40.3
  sleep 2
  transport "locate $((48000 * 186 / 40))"              # quarter 18.6
  sleep 3
  transport stop
  sleep 1
  stop
}

# A start, two turns of the loop and two jumps. On a busy machine the transport also jumps by itself: then the song is played again.
for _ in 1 2 3; do
  rm -f "$work/travel.tap"
  travel
  [[ $(grep -c '^roll' "$work/travel.tap") != 5 ]] || break
done
python3 "$here/check_travel.py" "$qtractor" "$work/travel.tap" 48000 7680 20
