#!/usr/bin/env bash
# Plays `drumspace host` under a JACK server of its own with the dummy driver, then under PipeWire, and checks what a peer records:
# run.sh TOOL WORK.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../../.."
source eng/steps.sh
need_packages jackd2 libjack-jackd2-dev pipewire pipewire-jack gcc libc6-dev python3
tool=$(realpath "$1")
work=$2
mkdir -p "$work"
work=$(realpath "$work")
cc -O1 -Wall "$here/peer.c" -o "$work/peer" -ljack -lm
for plugin in steps hangs crashes; do
  cc -shared -fPIC -O1 "-DLIVE_${plugin^^}" tests/DrumSpace.Host.Tests/Fixtures/live.c -o "$work/$plugin.so" -lm
done
cc -shared -fPIC -O1 -DCLAP_RESTARTS tests/DrumSpace.Host.Tests/Fixtures/clap.c -o "$work/restarts.clap"
status=0
python3 "$here/check.py" "$tool" "$work" out/plugin/DrumSpace.so jackd || status=1
pw-jack python3 "$here/check.py" "$tool" "$work" out/plugin/DrumSpace.so pipewire || status=1
exit $status
