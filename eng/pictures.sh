#!/usr/bin/env bash
# Makes docs/images: the window with a beat, slots and a melody, painted without a host, and the explorer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out/bin/drumspace editor --picture docs/images/window.png --program 'Funk Open Hat' --bars 2.2 --set \
  store=1 z1=60 z4=90 store=2 z1=75 z2=30 store=3 slot-1-bars=4 slot-2-bars=4 slot-3-bars=8 slot=knobs \
  z1=53.8 z2=25.7 z3=68.6 z4=93.4 groove-vel=70 looseness=40 kick-lock=on mel-on=on mel-role=bass mel-key=A

# The explorer's page of the flagship, in Chromium.
eng/explorer.sh build
(cd src/explorer && npm run -s tests)
mkdir -p out/explorer
out/bin/drumspace explore --bundle presets/models/flagship -o out/explorer/flagship.html
node src/explorer/obj/tests/tests/picture.js out/explorer/flagship.html docs/images/explorer.png
