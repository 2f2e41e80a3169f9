#!/usr/bin/env bash
# Bounces of the song of check_travel.py in Qtractor must be bit-identical: two in one run, and one of the reopened session.
# Qtractor exports only from its dialog, so it gets a virtual X server and keystrokes.
# qtractor-bounce.sh PLUGIN_FILE WORK_FOLDER; prints a line a check.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/qtractor-lib.sh"
# The dialog's keys and titles below are English.
export QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
gcc -O1 -shared -fPIC -o "$work/Tap.so" "$here/tap.c" || exit
python3 "$here/make_session.py" "$1" "$work" "$work/Tap.so"
frames=432000 # to quarter 32, after the last change of Z1 and of the tempo

# wait_for PROBLEM COMMAND...: waits until the command succeeds; a busy machine may need long.
wait_for() {
  local end_at=$((SECONDS + 60))
  while ! "${@:2}" >/dev/null 2>&1; do
    if ((SECONDS >= end_at)); then
      echo "FAILED: $qtractor: $1 within a minute; see $work"
      exit 1
    fi
    sleep 0.1
  done
}

# The menu disables the export without clips, which this song does not have; a shortcut works nevertheless. The dialog takes its range from
# here; floating point keeps every bit of the mix. The log shows when Qtractor is done. Plugins do not learn of an export, neither by VST2's
# process level nor by CLAP's render extension, which 0.9.31 does not support.
mkdir -p "$HOME/.config/rncbc.org"
cat >"$HOME/.config/rncbc.org/Qtractor.conf" <<CONF
[AutoSave]
Enabled=false
[Default]
ExportRangeType=4
ExportRangeStart=0
ExportRangeEnd=$frames
[Options]
Audio\\ExportFormat=3
Display\\DisplayFormat=0
Logging\\MessagesLog=true
Logging\\MessagesLogPath=$work/messages
[Shortcuts]
qtractorMainForm\\trackExportAudioAction=Ctrl+Alt+E
CONF

screen=''
trap 'stop; end "$screen" TERM' EXIT
setsid Xvfb -displayfd 3 -noreset -nolisten tcp -screen 0 1280x800x24 3>"$work/display" >"$work/xvfb.log" 2>&1 &
screen=$!
wait_for 'no X server' grep -q . "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY

window() { xdotool search --onlyvisible --name "$1"; }
done_with() { grep -q 'complete\.$' "$work/messages" && ! window "$1"; }
# There is no window manager to set the focus.
keys() { timeout 30 xdotool windowfocus --sync "$(window "$1" | head -1)" key "${@:2}"; }

open_session() {
  rm -f "$work/messages"
  start "$1"
  wait_for 'the session is not open' grep -q 'Open session' "$work/messages"
  wait_for 'no window' window 'drums\.qtr'
}

# bounce NAME: exports to the file that the dialog suggests, and renames it to NAME.wav.
bounce() {
  : >"$work/messages" # Qtractor appends
  keys 'drums\.qtr' ctrl+alt+e
  wait_for 'no dialog to export' window '^Export Audio'
  # To the range's end; on to the list of outputs, none of which is selected; select all; press the default button.
  keys '^Export Audio' alt+d Tab ctrl+a Return
  wait_for 'no bounce' done_with '^Export Audio'
  mv "$(sed -n 's/.*"\(.*\)" complete\.$/\1/p' "$work/messages")" "$work/$1.wav"
}

open_session first
bounce one
# Without a pause the second bounce differed in its first half second, with the same notes: probably the tail of the first.
sleep 2
bounce two
stop
open_session reopened
bounce three
stop

# The quarters at which the bass drum plays in the first bounce, while Z1 is above its middle; the tap has logged all bounces.
kicks=$(awk '/^roll/ { bounces++ } bounces == 1 && $4 == 36 { printf "%s%.0f", sep, $2; sep = " " }' "$work/first.tap")
python3 "$here/check.py" sound-length "$qtractor: the bounce is all of the range" "$work/one.wav" "$frames"
python3 "$here/check.py" equal "$qtractor: the bass drum follows the drawn curve in the bounce" "$kicks" '10 12 14 16 18 20 22'
python3 "$here/check.py" same-sound "$qtractor: two bounces are bit-identical" "$work/one.wav" "$work/two.wav"
python3 "$here/check.py" same-sound "$qtractor: a bounce of the reopened session is bit-identical" "$work/one.wav" "$work/three.wav"
