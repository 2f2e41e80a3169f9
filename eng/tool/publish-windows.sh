#!/usr/bin/env bash
# Makes the tool for Windows on Linux: publish-windows.sh FOLDER. drumspace.exe, one program with the runtime in it, goes into the folder of
# the plugin, whose onnxruntime.dll and libSkiaSharp.dll it loads.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=${1:?the folder of the plugin}
staging=out/.tool-windows
rm -rf "$staging"
# PathMap: the bytes do not depend on where the sources lie.
dotnet publish src/DrumSpace.Cli -c Release -p:ToolRuntime=win-x64 -p:PathMap="$PWD/=/_/" -v quiet -nodeReuse:false -o "$staging"
mv "$staging/drumspace.exe" "$folder/"
rm -rf "$staging"
