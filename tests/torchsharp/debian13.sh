#!/usr/bin/env bash
# Runs a command in a Debian 13 tree, which has the C++ library that libtorch needs: debian13.sh TREE COMMAND... As root. The tree is made by
# debootstrap where it is missing, from DEBIAN_MIRROR or deb.debian.org, and kept. The checkout and the .NET SDK are mounted in it where
# they are outside, in a mount namespace of this command: however it ends, the mounts end with it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../eng/steps.sh"
readonly mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
tree=$(realpath -m "$1")
root=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
dotnet=$(dirname "$(realpath "$(command -v dotnet)")")
shift

[[ $(id -u) == 0 ]] || { echo 'A Debian 13 tree is made and entered as root.' >&2; exit 1; }
if [[ ! -d $tree ]]; then
  need_packages debootstrap debian-archive-keyring
  echo "== making a Debian 13 tree in ${tree#"$root/"}"
  rm -rf "$tree.new"
  mkdir -p "$(dirname "$tree")"
  debootstrap --variant=minbase --include=libgomp1,libstdc++6 trixie "$tree.new" "$mirror" >"$tree.log" 2>&1 || {
    tail -n 5 "$tree.log" >&2
    exit 1
  }
  mv "$tree.new" "$tree"
fi

# Inside: the tree, the checkout and the SDK are given, then the command.
enter='
  tree=$1 root=$2 dotnet=$3
  shift 3
  mount -t tmpfs tmpfs "$tree/tmp"
  mkdir -p "$tree$root" "$tree$dotnet"
  mount --bind "$root" "$tree$root"
  mount --bind -o ro "$dotnet" "$tree$dotnet"
  mount --bind /dev "$tree/dev"
  mount -t proc proc "$tree/proc"
  exec chroot "$tree" env -C "$root" HOME=/root DOTNET_ROOT="$dotnet" "$@"'
exec unshare --mount --propagation private bash -ec "$enter" bash "$tree" "$root" "$dotnet" "$@"
