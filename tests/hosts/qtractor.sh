#!/usr/bin/env bash
# Load, play, automate, save and reload in Qtractor. qtractor.sh PLUGIN_FILE WORK_FOLDER; the file is DrumSpace.so or DrumSpace.clap;
# prints a line a check.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/qtractor-lib.sh"
python3 "$here/make_session.py" "$1" "$work"

# play NAME: opens the session, plays 8 s from its start, records audio and MIDI, saves the session and ends.
play() {
  local recorder
  start "$1"
  sleep 2
  jack_rec -f "$work/$1.wav" -d 9 -b 16 -B 262144 'Qtractor:Master/out_1' >/dev/null 2>&1 &
  recorder=$!
  sleep 0.5
  printf 'locate 0\nplay\n' | jack_transport >/dev/null 2>&1
  wait "$recorder"
  printf 'stop\n' | jack_transport >/dev/null 2>&1
  sleep 0.5
  kill -USR1 "$host" # Qtractor saves its session
  sleep 1.5
  stop
}

# The four knobs and the kit's level from the plugin's own chunk in the session.
state() { python3 "$here/check.py" chunk "$work/drums.qtr" | cut -d ' ' -f 1-5; }

play first
python3 "$here/check.py" notes "$work/first.notes" 4 | sed "s/: /: $qtractor: /"
python3 "$here/check.py" sound "$work/first.wav" 4 | sed "s/: /: $qtractor: /"
saved=$(state)
python3 "$here/check.py" equal "$qtractor: the saved session has the values that were set" "${saved#* }" '0.1250 0.2500 0.3750 0.7500'
play second
python3 "$here/check.py" notes "$work/second.notes" 4 | sed "s/: /: $qtractor, reloaded: /"
again=$(state)
python3 "$here/check.py" equal "$qtractor: the session that was saved, loaded and saved again is the same" "${again#* }" "${saved#* }"
