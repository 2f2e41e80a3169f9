#!/usr/bin/env bash
# Makes the tool with the runtime in it, as one program that needs nothing installed: publish.sh linux-x64|win-x64 FOLDER. The folder is to have
# what it loads beside it: the libraries of ONNX Runtime and Skia.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
runtime=${1:?linux-x64 or win-x64} folder=${2:?the folder}
staging=out/.tool-$runtime
rm -rf "$staging"
# PathMap: the bytes do not depend on where the sources lie.
dotnet publish src/DrumSpace.Cli -c Release -p:ToolRuntime="$runtime" -p:PathMap="$PWD/=/_/" -v quiet -nodeReuse:false -o "$staging"
mkdir -p "$folder"
for program in drumspace drumspace.exe; do
  [ ! -f "$staging/$program" ] || mv "$staging/$program" "$folder/"
done
rm -rf "$staging"
