#!/usr/bin/env bash
# Times `drumspace dataset build` beside the python3-mido reference on the same folders: whole processes, wall clock and CPU seconds, and
# whether both count the same. Usage: compare.sh DRUMSPACE [FOLDER...]; DRUMSPACE is the published tool (out/bin/drumspace).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tool=$1
shift
data=$here/../../../../shared/data
folders=("$@")
[ ${#folders[@]} -gt 0 ] || folders=("$data/groove" "$data/multitrack")
python=/usr/bin/python3
"$python" -c 'import mido' 2>/dev/null || { echo "python3-mido is missing: apt-get install python3-mido" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
TIMEFORMAT='wall %R s, CPU %U + %S s'
for run in 1 2 3 4 5; do
  echo -n "drumspace, run $run: "
  { time "$tool" dataset build "${folders[@]}" -o "$scratch/dataset.tsv" --json > "$scratch/ours.json" 2> "$scratch/errors"; } 2>&1
done
echo -n "python3-mido: "
{ time "$python" "$here/reference.py" "${folders[@]}" > "$scratch/reference.json"; } 2>&1
"$python" - "$scratch" <<'PYTHON'
import json, sys
ours = json.load(open(sys.argv[1] + "/ours.json"))
reference = json.load(open(sys.argv[1] + "/reference.json"))
names = ["filesRead", "filesRefused", "windows", "windowsPassed", "unique", "uniquePassed"]
print("counts:", ", ".join(f"{name} {ours[name]}" for name in names))
if any(ours[name] != reference[name] for name in names):
    sys.exit(f"the reference counts otherwise: {reference}")
PYTHON
