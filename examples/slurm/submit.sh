#!/bin/sh
# usage: submit.sh DATASET.tsv FOLDER...
# Cuts folders of MIDI files to one data set: a job array, and a job that follows it, whose number is printed.
set -eu
here=$(dirname "$0")
dataset=$1
shift
mkdir -p "$dataset.shards"
array=$(sbatch --parsable "$here/shard.sbatch" "$dataset.shards" "$@")
sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes "$here/merge.sbatch" "$dataset.shards" "$dataset"
