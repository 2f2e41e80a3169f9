#!/usr/bin/env bash
# Load, play, automate, save and reload in Qtractor: a JACK server with the dummy backend, no window, no sound hardware; sequencer.c stands
# for ALSA's sequencer device. qtractor.sh PLUGIN_FILE WORK_FOLDER; the file is DrumSpace.so or DrumSpace.clap; prints a line a check.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$2
qtractor=Qtractor
[[ $1 != *.clap ]] || qtractor='Qtractor, CLAP'
unset XDG_CONFIG_HOME XDG_CACHE_HOME
export HOME=$work/home QT_QPA_PLATFORM=offscreen JACK_DEFAULT_SERVER=drumspace$$ JACK_NO_AUDIO_RESERVATION=1 JACK_NO_START_SERVER=1
mkdir -p "$HOME"
gcc -O1 -shared -fPIC -o "$work/sequencer.so" "$here/sequencer.c" -ldl -lpthread || exit
python3 "$here/make_session.py" "$1" "$work"

# play NAME: opens the session, plays 8 s of it from the start, records the sound and the MIDI, saves the session and ends.
# The server waits for its clients (--sync), because a busy machine must not cost a period of the recording.
play() {
  jackd -n "$JACK_DEFAULT_SERVER" --no-realtime --sync -t 5000 -d dummy -r 48000 -p 1024 >"$work/$1.jackd.log" 2>&1 &
  local server=$! host recorder
  jack_wait -w -t 10 -s "$JACK_DEFAULT_SERVER" >/dev/null 2>&1
  SEQUENCER_LOG=$work/$1.notes LD_PRELOAD=$work/sequencer.so qtractor "$work/drums.qtr" >"$work/$1.log" 2>&1 &
  host=$!
  for _ in $(seq 80); do
    jack_lsp 2>/dev/null | grep -q 'Qtractor:Master/out_1' && break
    sleep 0.25
  done
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
  # The server goes first: it would wait a minute for a client that is gone. Qtractor would ask whether to save, so it is not asked to end.
  kill "$server"
  wait "$server" 2>/dev/null
  kill -KILL "$host"
  wait "$host" 2>/dev/null
}

# The four knobs and the kit's level, as the plugin's own chunk in the session has them.
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
