#!/usr/bin/env bash
# Makes docs/images: the window with a beat, slots and a melody, painted without a host, and the explorer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out/bin/drumspace editor --picture docs/images/window.png --program 'Rock Eighths' --bars 2.2 --set \
  store=1 z1=60 z4=90 store=2 z1=75 z2=30 store=3 slot-1-bars=4 slot-2-bars=4 slot-3-bars=8 slot=knobs \
  z1=80.1 z2=37 z3=92.8 z4=96.7 groove-vel=70 kick-lock=on mel-on=on mel-role=bass mel-key=A variation=20

# The explorer's page of the flagship, in Chromium.
eng/explorer.sh build
(cd src/explorer && npm run -s tests)
mkdir -p out/explorer
out/bin/drumspace explore --bundle presets/models/flagship -o out/explorer/flagship.html
node src/explorer/obj/tests/tests/picture.js out/explorer/flagship.html docs/images/explorer.png
