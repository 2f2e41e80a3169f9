# Shared by the scripts for Qtractor: a JACK server with the dummy backend, no sound hardware, no window; sequencer.c replaces ALSA's
# sequencer device. Sourced by a script whose arguments are PLUGIN_FILE WORK_FOLDER.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$2
qtractor=Qtractor
[[ $1 != *.clap ]] || qtractor='Qtractor, CLAP'
unset XDG_CONFIG_HOME XDG_CACHE_HOME
export HOME=$work/home QT_QPA_PLATFORM=offscreen JACK_DEFAULT_SERVER=drumspace$$ JACK_NO_AUDIO_RESERVATION=1 JACK_NO_START_SERVER=1
mkdir -p "$HOME"
gcc -O1 -shared -fPIC -o "$work/sequencer.so" "$here/sequencer.c" -ldl -lpthread || exit

# start NAME: opens the session. Notes on the MIDI bus are logged to NAME.notes, those that reach tap.c to NAME.tap.
# The server waits for its clients (--sync), so that a busy machine does not lose a period of a recording. setsid keeps an interrupt from
# the keyboard away from both, so that they end in order.
server='' host=''
start() {
  setsid jackd -n "$JACK_DEFAULT_SERVER" --no-realtime --sync -t 5000 -d dummy -r 48000 -p 1024 >"$work/$1.jackd.log" 2>&1 &
  server=$!
  jack_wait -w -t 10 -s "$JACK_DEFAULT_SERVER" >/dev/null 2>&1
  SEQUENCER_LOG=$work/$1.notes TAP_LOG=$work/$1.tap LD_PRELOAD=$work/sequencer.so setsid qtractor "$work/drums.qtr" >"$work/$1.log" 2>&1 &
  host=$!
  for _ in $(seq 80); do
    jack_lsp 2>/dev/null | grep -q 'Qtractor:Master/out_1' && break
    sleep 0.25
  done
}

# end PROCESS SIGNAL: ends a process, and kills it after 20 s. The wait is for JACK, which has slots for eight servers and does not free
# that of a killed one.
end() {
  [[ -n $1 ]] || return 0
  kill "-$2" "$1" 2>/dev/null
  for _ in $(seq 200); do
    kill -0 "$1" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL "$1"
  wait "$1"
} 2>/dev/null

# The server ends first, because it would wait a minute for a lost client. Qtractor would ask whether to save, so it is killed; JACK's
# semaphores remain and are removed.
stop() {
  end "$server" TERM
  end "$host" KILL
  server='' host=''
  rm -f /dev/shm/jack_*"$JACK_DEFAULT_SERVER"_*
}
trap stop EXIT
trap 'exit 1' HUP INT TERM
