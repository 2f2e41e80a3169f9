#!/usr/bin/env bash
# What is made for Windows under Wine: run.sh PART..., of the parts sound, window and tool; all without an argument. The plugin's sound and
# the tool's output are compared with those of Linux. Prints a line a check; leaves its files in out/tests/windows.
#
# Wine is not Windows: what passes here has run, but not on the real thing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source eng/steps.sh
source tests/checks.sh
need_packages wine64 gcc libc6-dev gcc-mingw-w64-x86-64-win32 python3-numpy jackd2 libasound2-plugins sox xvfb xdotool openbox wmctrl x11-utils imagemagick || exit
parts=${*:-sound tool window}
work=$PWD/out/tests/windows
rm -rf "$work"
mkdir -p "$work/programs"

eng/plugin/publish-windows.sh "$work/plugin" -p:LinksForWine=true >"$work/publish.log" 2>&1 || { tail "$work/publish.log"; exit 1; }
formats=tests/hosts/formats
gcc -O1 -Wall -Wextra -Werror -o "$work/programs/render" $formats/{render,load,vst2,clap,vst3}.c -ldl -lm || exit
for program in render window; do
  source=$formats/$program.c
  [[ -f $source ]] || source=tests/windows/$program.c
  x86_64-w64-mingw32-gcc -O1 -Wall -Wextra -Werror -municode -o "$work/programs/$program.exe" "$source" $formats/{load,vst2,clap,vst3}.c \
    -lole32 -luuid -lshell32 || exit
done

on_linux() { DRUMSPACE_MODELS=out/plugin/models "$work/programs/render" "out/plugin/DrumSpace.$1" "${@:2}"; }
on_windows() { run_wine "$work/programs/render.exe" "$@" 2>/dev/null; }

source tests/windows/wine.sh
export PYTHONDONTWRITEBYTECODE=1

# A file of each format, as it is called on Windows.
declare -A file=([so]=DrumSpace.dll [clap]=DrumSpace.clap [vst3]=DrumSpace.vst3)

same_sound() { python3 tests/windows/same_sound.py "$1" "$2"; }

compare_formats() {
  local format
  for format in so clap vst3; do
    echo "linux $format: $(on_linux $format --midi "$work/$format.l.txt" --audio "$work/$format.l.raw" --save "$work/$format.l.state")"
    echo "wine $format: $(on_windows "$work/plugin/${file[$format]}" --midi "$work/$format.w.txt" --audio "$work/$format.w.raw" \
      --save "$work/$format.w.state")"
    check "$format: the notes are those of Linux, byte by byte" cmp "$work/$format.l.txt" "$work/$format.w.txt"
    [[ $format == so ]] || check "$format: so are those of VST2" cmp "$work/so.l.txt" "$work/$format.w.txt"
    check "$format: the sound is that of Linux within a bit of 24" same_sound "$work/$format.l.raw" "$work/$format.w.raw"
    check "$format: the state is that of Linux, byte by byte" cmp "$work/$format.l.state" "$work/$format.w.state"
  done
  on_linux so --load "$work/vst3.w.state" --midi "$work/so.from.txt" >/dev/null
  on_windows "$work/plugin/DrumSpace.vst3" --load "$work/so.l.state" --midi "$work/vst3.from.txt" >/dev/null
  check 'a state of one system and format opens in another of the other system' cmp "$work/so.from.txt" "$work/vst3.from.txt"
}

live_long() {
  check '50 times loaded and unloaded' on_windows "$work/plugin/DrumSpace.dll" --times 50 --bars 1
  on_windows "$work/plugin/DrumSpace.clap" --instances 8 --midi "$work/eight.txt" >/dev/null
  check 'one of eight instances plays as one alone' cmp "$work/clap.l.txt" "$work/eight.txt"
}

play_elsewhere() {
  local folder="$WINEPREFIX/drive_c/Müsik 鼓 ✓"
  mkdir -p "$folder"
  cp -r "$work/plugin" "$folder/Drüm Späce"
  on_windows 'C:\Müsik 鼓 ✓\Drüm Späce\DrumSpace.dll' --midi "$work/folder.txt" >/dev/null
  check 'it plays from a folder with other letters' cmp "$work/so.l.txt" "$work/folder.txt"
}

# What the user has in %APPDATA% is read, and the log in %LOCALAPPDATA% tells of a bundle that cannot be.
read_user_files() {
  local user=$WINEPREFIX/drive_c/users/$(id -un)/AppData
  mkdir -p "$user/Roaming/DrumSpace/models/mïne"
  echo '{ broken' >"$user/Roaming/DrumSpace/models/mïne/manifest.json"
  on_windows "$work/plugin/DrumSpace.dll" --bars 1 >/dev/null
  check "%APPDATA% is read, and the log names the bad file in it" grep -q 'mïne.*left out' "$user/Local/DrumSpace/drumspace.log"
  rm -r "$user/Roaming/DrumSpace/models" "$user/Local/DrumSpace/drumspace.log"

  overrides='msvcp140=d' on_windows "$work/plugin/DrumSpace.dll" --load "$work/so.l.state" --midi "$work/without.txt" >/dev/null
  check 'without the Visual C++ runtime it plays what the state holds' test -s "$work/without.txt"
  check 'and the log names the runtime and its address' grep -q 'Visual C++ Redistributable.*https://aka.ms' "$user/Local/DrumSpace/drumspace.log"
}

# The tool is managed code, which Wine 8 runs for a while alone: short commands.
try_tool() {
  eng/tool/publish.sh win-x64 "$work/plugin" >"$work/publish-tool.log" 2>&1 || { echo "FAILED: the tool is made"; tail "$work/publish-tool.log"; return; }
  tool() { run_wine "$work/plugin/drumspace.exe" "$@" 2>/dev/null | tr -d '\r'; }
  local format clip="$work/Müsik 鼓.mid" models=out/plugin/models
  for format in "${!file[@]}"; do
    out/bin/drumspace play --plugin "out/plugin/DrumSpace.$format" --bars 4 -o "$work/tool.l.mid" >/dev/null
    tool play --plugin "$work/plugin/${file[$format]}" --bars 4 -o "$clip" >/dev/null
    check "tool: it plays the plugin ($format) as on Linux" cmp "$work/tool.l.mid" "$clip"
  done
  same 'tool: it finds the clip in the space as on Linux, and its console has all letters' \
    "$(tool find "$clip" --bundle "$models/flagship")" "$(out/bin/drumspace find "$clip" --bundle "$models/flagship")"
  check 'tool: it says that a file is missing, and fails' fails_for_missing_file
  play_live
}

# WASAPI is Wine's, over ALSA's plugin for JACK, whose server has a dummy card; jack_rec hears what comes out.
play_live() {
  printf '%s\n' 'pcm.!default { type plug slave.pcm { type jack playback_ports { 0 system:playback_1 1 system:playback_2 } } }' >"$HOME/.asoundrc"
  export JACK_DEFAULT_SERVER=drumspace-windows-$$
  jackd -r -S -n "$JACK_DEFAULT_SERVER" -d dummy -r 48000 -p 256 >"$work/jackd.log" 2>&1 &
  local server=$! ports
  jack_wait -w -t 30 >>"$work/jackd.log"
  run_wine "$work/plugin/drumspace.exe" host --plugin "$work/plugin/DrumSpace.dll" --play --headless >"$work/live.txt" 2>"$work/live.err" &
  for _ in {1..60}; do
    ports=$(jack_lsp 2>/dev/null | grep ':out_') && break
    sleep 0.5
  done
  jack_rec -f "$work/live.wav" -d 5 $ports >>"$work/jackd.log" 2>&1
  pkill -INT -f "$work/plugin/drumspace.exe host"
  wait_for_wine
  kill $server
  rm "$HOME/.asoundrc"
  check 'tool: drumspace host plays through WASAPI' sounds "$work/live.wav"
  check 'tool: its audio thread allocated and lost nothing' grep -q ' 0 losses, 0 bytes allocated' "$work/live.txt"
}

sounds() { [[ $(sox "$1" -n stat 2>&1 | awk '/^Maximum amplitude/ { print ($3 > 0.1) }') == 1 ]]; }

fails_for_missing_file() { ! run_wine "$work/plugin/drumspace.exe" midi check missing.mid >"$work/missing.txt" 2>&1 && grep -q missing.mid "$work/missing.txt"; }

try_window() { python3 tests/windows/window.py "$work" out/bin/drumspace; }

try_sound() {
  compare_formats
  live_long
  play_elsewhere
  read_user_files
}

{
  make_prefix
  for part in $parts; do
    "try_$part"
    wait_for_wine
  done
} 2>&1 | tee "$work/checks.log"
all_passed "$work/checks.log"
