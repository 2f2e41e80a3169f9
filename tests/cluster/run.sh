#!/usr/bin/env bash
# Runs examples/slurm on a Slurm cluster of one node that exists for this run alone: its own ports, keys and files in a folder that is
# removed, nothing under /etc, no systemd. The merged data set must have the bytes and the counts of one job over all files.
# usage: tests/cluster/run.sh [DRUMSPACE [FOLDER...]]   as root, on Debian; DRUMSPACE defaults to out/bin/drumspace, the folders to
# ../shared/data or, where that is missing, to songs that this script makes.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tool=$(realpath "${1:-$root/out/bin/drumspace}")
shift || true
source "$root/eng/steps.sh"
source "$root/tests/cluster/private-cluster.sh"
readonly limit=180

[[ -x $tool ]] || { echo "$tool is missing: run ./build.sh first" >&2; exit 1; }
need_packages slurm-wlm munge
work=$(mktemp -d /tmp/drumspace-cluster.XXXXXX)
trap 'stop_cluster; rm -rf "$work"' EXIT

if (($#)); then
  folders=("$@")
elif [[ -d $root/../shared/data/groove ]]; then
  folders=("$(realpath "$root/../shared/data/groove")" "$(realpath "$root/../shared/data/multitrack")")
else
  python3 "$root/tests/cluster/make_songs.py" "$work/songs" 400
  folders=("$work/songs")
fi

start_cluster "$work/cluster"
echo "== cluster: $(sinfo --noheader --format='%D node, %c CPUs, %T'), Slurm $(sinfo --version | cut -d' ' -f2)"

# What a user does.
cd "$work"
PATH=$(dirname "$tool"):$PATH
start=$SECONDS
job=$("$root/examples/slurm/submit.sh" "$work/merged.tsv" "${folders[@]}")

while state=$(squeue --noheader --states=all --jobs="$job" --format=%T); [[ $state != COMPLETED ]]; do
  if [[ $state == @(FAILED|CANCELLED|TIMEOUT|NODE_FAIL) || $((SECONDS - start)) -gt $limit ]]; then
    echo "the merge job is $state after $((SECONDS - start)) s" >&2
    squeue --all --states=all >&2
    tail -n 20 "$work"/*.log "$work"/cluster/*.log >&2
    exit 1
  fi
  sleep 1
done
echo "== 4 shards and the merge: $((SECONDS - start)) s"
for log in "$work"/drumspace-shard-?.log; do
  awk -v name="$(basename "$log" .log)" '/^files read/ { files = $3 } /^unique passed/ { print "   " name ": " files " files, " $3 " patterns" }' "$log"
done

"$tool" dataset build "${folders[@]}" -o "$work/whole.tsv" --json >"$work/whole.json" 2>"$work/whole.log"
cmp "$work/whole.tsv" "$work/merged.tsv"
diff "$work/whole.json" <(sed -n '/^{/,$p' "$work/drumspace-merge.log")
echo "== ok: $(wc -l <"$work/merged.tsv") patterns, the same bytes and counts as one job"
