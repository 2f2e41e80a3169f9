#!/usr/bin/env bash
# Builds training against TorchSharp instead of DrumSpace.Torch, and runs it: its tests, two short trainings whose losses are compared with
# DrumSpace.Torch's, and 30 trainings in a row. Where the system's C++ library is too old for libtorch, they run in a Debian 13 tree.
# usage: tests/torchsharp/run.sh [tests|losses|lives], all by default; after ./build.sh. Prints a line a check and a closing line.
set -euo pipefail
parts=${*:-tests losses lives}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
source eng/steps.sh
source tests/checks.sh
readonly artifacts=$PWD/out/torchsharp
readonly tests=$artifacts/bin/DrumSpace.Training.Tests/release/DrumSpace.Training.Tests
readonly tool=$artifacts/bin/DrumSpace.Cli/release_linux-x64/drumspace
# What libtorch 2.10 and TorchSharp's own library ask for: GCC 13's.
readonly needed=GLIBCXX_3.4.32

[[ -x out/bin/drumspace ]] || { echo 'out/bin is missing: run ./build.sh first.' >&2; exit 1; }
need_packages python3
work=$PWD/out/tests/torchsharp
rm -rf "$work"
mkdir -p "$work"

# Artifacts of its own, so that neither build overwrites the other's.
for project in tests/DrumSpace.Training.Tests src/DrumSpace.Cli; do
  step "compile $project against TorchSharp" \
    dotnet build "$project" -c Release -v quiet -p:TorchBackend=TorchSharp --artifacts-path "$artifacts"
done

# with_libtorch COMMAND...: runs a command where libtorch loads.
library=$(ldconfig -p | sed -n 's/.*libstdc++\.so\.6 (.*x86-64.*=> //p' | head -n 1)
if [[ -n $library ]] && grep -qa "$needed" "$library"; then
  with_libtorch() { "$@"; }
else
  with_libtorch() { "$here/debian13.sh" out/debian13 "$@"; }
  step 'make a Debian 13 tree' with_libtorch true
fi

# songs COUNT: a folder of that many songs.
songs() {
  [[ -d $work/songs-$1 ]] || python3 tests/cluster/make_songs.py "$work/songs-$1" "$1"
  echo "$work/songs-$1"
}

tests() {
  local status=0
  with_libtorch "$tests" -noColor >"$work/tests.log" 2>&1 || status=$?
  grep -E '^ +DrumSpace.Training.Tests +Total:' "$work/tests.log" || true
  ((status == 0)) && echo "ok: training's tests pass on libtorch" || {
    echo "FAILED: training's tests on libtorch"
    grep -A3 '\[FAIL\]' "$work/tests.log" || tail -n 8 "$work/tests.log"
  }
}

losses() {
  local kind folder
  folder=$(songs 400)
  for kind in ae flagship; do
    out/bin/drumspace train --data "$folder" --model "$kind" --epochs 3 -o "$work/$kind-managed" >"$work/$kind-managed.log" 2>&1
    with_libtorch "$tool" train --data "$folder" --model "$kind" --epochs 3 -o "$work/$kind-libtorch" >"$work/$kind-libtorch.log" 2>&1
    paste -d, "$work/$kind-managed/losses.csv" "$work/$kind-libtorch/losses.csv" >"$work/$kind.csv"
    awk -F, -v kind="$kind" 'NR > 1 { printf "   %s, epoch %d: %s by DrumSpace.Torch, %s by TorchSharp\n", kind, $1, $2, $4 }' "$work/$kind.csv"
    # Single precision, summed in other orders: equal seeds draw equal numbers on both.
    check "the losses of $kind agree to 0.0001" awk -F, \
      'NR > 1 { rows++; apart = $2 - $4; if (apart > 1e-4 || apart < -1e-4) exit bad = 1 } END { exit bad || rows != 3 }' "$work/$kind.csv"
  done
}

# A scalar that is freed while native code reads it ends the process, or makes an error of it, in most trainings of this length.
lives() {
  local run folder lived=0 start=$SECONDS
  folder=$(songs 3000)
  for run in {1..30}; do
    if with_libtorch "$tool" train --data "$folder" --model ae --epochs 10 --seed "$run" -o "$work/life" >"$work/life-$run.log" 2>&1; then
      lived=$((lived + 1))
    else
      tail -n 3 "$work/life-$run.log"
    fi
  done
  echo "   $lived of 30 trainings lived, in $((SECONDS - start)) s"
  check '30 trainings in a row live' test "$lived" = 30
}

status=0
for part in $parts; do "$part"; done 2>&1 | tee "$work/checks.log" || status=$?
passed=$(grep -c '^ok: ' "$work/checks.log" || true)
failed=$(grep -c '^FAILED: ' "$work/checks.log" || true)
echo "$passed passed, $failed failed"
((status == 0 && passed > 0 && failed == 0))
