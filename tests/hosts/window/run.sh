#!/usr/bin/env bash
# The plugin's window in a host of its own, in Qtractor and in Ardour, on a private X server: run.sh PLUGIN_FOLDER TOOL WORK_FOLDER
# Prints a line a check; pictures of the screens are *.png in the work folder.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
plugin=$1 tool=$2 work=$3
mkdir -p "$work/programs" "$work/home"
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
export HOME=$work/home DRUMSPACE_MODELS=$plugin/models DRUMSPACE_CAPTURES=$work/captures DRUMSPACE_LOG=$work/drumspace.log
export PYTHONDONTWRITEBYTECODE=1

programs=$work/programs
gcc -O1 -Wall -Wextra -Werror -o "$programs/host" "$here/host.c" "$here"/../formats/{load,vst2,clap,vst3}.c -lX11 -ldl -lpthread || exit
for name in drop_target drag_source; do
  gcc -O1 -o "$programs/$name" "$here/../../DrumSpace.Editor.Tests/Native/$name.c" -lX11 || exit
done
gcc -O1 -shared -fPIC -o "$programs/sequencer.so" "$here/../sequencer.c" -ldl -lpthread || exit

# A script that breaks is a failed check. Python says so on its standard error.
run() {
  local script=$1 errors=$work/errors-$1.log
  shift
  timeout 240 python3 "$here/$script.py" "$@" 2>"$errors"
  if (($? > 1)) || grep -q . "$errors"; then echo "FAILED: $script.py $1 ended early: $(tail -1 "$errors")"; fi
}

for format in so clap vst3; do
  run hands "$programs/host" "$plugin/DrumSpace.$format" "$tool" "$programs" "$work/hands-$format"
  run timing "$programs/host" "$plugin/DrumSpace.$format" "$work/timing-$format"
done

# Beside the others, with a log of its own: it cuts connections, and waits most of the time.
open_and_close() {
  export DRUMSPACE_LOG=$work/life.drumspace.log
  run life "$programs/host" "$plugin/DrumSpace.so" "$plugin/DrumSpace.clap" "$work/life-so"
  run life "$programs/host" "$plugin/DrumSpace.clap" "$plugin/DrumSpace.so" "$work/life-clap"
  run life "$programs/host" "$plugin/DrumSpace.vst3" "$plugin/DrumSpace.so" "$work/life-vst3"
  local log
  log=$(grep -v 'The editor lost its connection to the X server' "$DRUMSPACE_LOG" 2>/dev/null)
  python3 "$here/../check.py" equal 'the window logged nothing but the connections that were cut' "$log" ''
}
open_and_close >"$work/life.txt" &
for format in so clap; do
  run qtractor "$plugin/DrumSpace.$format" "$tool" "$programs/sequencer.so" "$work/qtractor-$format"
done
for format in vst2 vst3; do run ardour "$plugin" "$tool" "$work/ardour-$format" "$format"; done
wait
cat "$work/life.txt"
python3 "$here/../check.py" equal 'the window logged nothing' "$(cat "$DRUMSPACE_LOG" 2>/dev/null)" ''
