#!/usr/bin/env bash
# Makes the archive for one user of any distribution: archive.sh VERSION FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
version=$1 folder=$2
name=drumspace-$version-linux-x86_64
root=out/.archive/$name
rm -rf out/.archive
mkdir -p "$root"
cp -r out/plugin/DrumSpace.vst3 out/tool-linux/drumspace "$root/"
cp installer/linux/{install,uninstall}.sh "$root/"
installer/notices.sh "$root"
chmod -R u=rwX,go=rX "$root"
chmod 755 "$root"/*.sh "$root/drumspace"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C out/.archive -c "$name" |
  xz -T1 -6 >"$folder/$name.tar.xz"
rm -rf out/.archive
