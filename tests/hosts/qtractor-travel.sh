#!/usr/bin/env bash
# Loops, jumps, another tempo and a drawn line in Qtractor as in qtractor.sh, led by JACK's transport. tap.c behind the plugin notes its MIDI.
# qtractor-travel.sh PLUGIN_FILE WORK_FOLDER; prints a line a check.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$2
qtractor=Qtractor
[[ $1 != *.clap ]] || qtractor='Qtractor, CLAP'
unset XDG_CONFIG_HOME XDG_CACHE_HOME
export HOME=$work/home QT_QPA_PLATFORM=offscreen JACK_DEFAULT_SERVER=drumspace$$ JACK_NO_AUDIO_RESERVATION=1 JACK_NO_START_SERVER=1
mkdir -p "$HOME"
gcc -O1 -shared -fPIC -o "$work/sequencer.so" "$here/sequencer.c" -ldl -lpthread || exit
gcc -O1 -shared -fPIC -o "$work/Tap.so" "$here/tap.c" || exit
python3 "$here/make_session.py" "$1" "$work" "$work/Tap.so"

jackd -n "$JACK_DEFAULT_SERVER" --no-realtime --sync -t 5000 -d dummy -r 48000 -p 1024 >"$work/jackd.log" 2>&1 &
server=$!
jack_wait -w -t 10 -s "$JACK_DEFAULT_SERVER" >/dev/null 2>&1
TAP_LOG=$work/travel.notes SEQUENCER_LOG=$work/sequencer.notes LD_PRELOAD=$work/sequencer.so qtractor "$work/drums.qtr" >"$work/travel.log" 2>&1 &
host=$!
for _ in $(seq 80); do
  jack_lsp 2>/dev/null | grep -q 'Qtractor:Master/out_1' && break
  sleep 0.25
done
sleep 2
transport() { printf '%s\n' "$@" | jack_transport >/dev/null 2>&1; }
transport 'locate 0' play
sleep 10
transport "locate $((48000 * 5 + 16000 * 20 + 4800))" # quarter 40.3
sleep 2
transport "locate $((48000 * 186 / 40))"              # quarter 18.6
sleep 3
transport stop
sleep 1
# As in qtractor.sh: the server goes first, and the host is not asked.
kill "$server"
wait "$server" 2>/dev/null
kill -KILL "$host"
wait "$host" 2>/dev/null
python3 "$here/check_travel.py" "$qtractor" "$work/travel.notes" 48000 7680 20
