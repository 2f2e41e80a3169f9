#!/usr/bin/env bash
# Puts the licence, the notices and the manual into a folder: notices.sh FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$1
mkdir -p "$folder/licences"
cp LICENSE THIRD_PARTY_NOTICES.md docs/manual.md docs/daws.md "$folder/"
cp src/DrumSpace.Editor/Painting/Fonts/*.txt "$folder/licences/"

# What the makers of the two native libraries list of others' work in them.
packages=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
version_of() { sed -n "s/.*Include=\"$1\" Version=\"\(.*\)\".*/\1/p" Directory.Packages.props; }
cp "$packages/microsoft.ml.onnxruntime/$(version_of Microsoft.ML.OnnxRuntime)/ThirdPartyNotices.txt" "$folder/licences/OnnxRuntime.txt"
cp "$packages/skiasharp.nativeassets.linux.nodependencies/$(version_of SkiaSharp)/THIRD-PARTY-NOTICES.txt" "$folder/licences/Skia.txt"
chmod -R u=rwX,go=rX "$folder/licences"
