#!/usr/bin/env bash
# Makes the plain archive for Windows: archive.sh VERSION FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
version=$1 folder=$2
name=DrumSpace-$version-windows-x64
root=out/.zip/$name
rm -rf out/.zip
mkdir -p "$root"
cp -a out/plugin-windows/. "$root/"
installer/notices.sh "$root"
find "$root" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
(cd out/.zip && find "$name" -type f | LC_ALL=C sort | TZ=UTC zip -q -X -9 -@ "../../$folder/$name.zip")
rm -rf out/.zip
