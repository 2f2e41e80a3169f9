#!/usr/bin/env bash
# Makes the plugin for Windows on Linux: publish-windows.sh FOLDER OPTION...
# DrumSpace.dll (VST2), DrumSpace.clap (the same file), and beside them what they load: onnxruntime.dll, libSkiaSharp.dll and models/; and
# DrumSpace.vst3, the bundle that has all of it again. Options go to the build; -p:LinksForWine=true makes a plugin that can be tried under
# Wine 8.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source eng/steps.sh
source eng/plugin/bundle.sh

folder=${1:?the folder to make}
shift
need_packages lld gcc-mingw-w64-x86-64-win32

# Published aside, then moved: a host or a test never sees half a plugin. PathMap: the bytes do not depend on where the sources lie.
staging=out/.plugin-windows
rm -rf "$staging"

# The build does not link again because of another option.
rm -rf src/DrumSpace.Plugin/bin/Release/net10.0/win-x64/native
dotnet publish src/DrumSpace.Plugin -c Release -r win-x64 -p:PathMap="$PWD/=/_/" -v quiet -nodeReuse:false -o "$staging/all" "$@"
mkdir -p "$staging/ready"
cp "$staging/all/DrumSpace.dll" "$staging/all/onnxruntime.dll" "$staging/all/libSkiaSharp.dll" "$staging/ready/"
ln "$staging/ready/DrumSpace.dll" "$staging/ready/DrumSpace.clap"
[ ! -d presets/models ] || cp -r presets/models "$staging/ready/models"
make_bundle "$staging/ready" x86_64-win DrumSpace.vst3 DrumSpace.dll onnxruntime.dll libSkiaSharp.dll models

exported=$(x86_64-w64-mingw32-objdump -p "$staging/ready/DrumSpace.dll" |
  awk '/\[Ordinal\/Name Pointer\] Table/ { table = 1; next } table && /^$/ { table = 0 } table { print $NF }' | LC_ALL=C sort | tr '\n' ' ')
entries='ExitDll GetPluginFactory InitDll VSTPluginMain clap_entry main '
if [ "$exported" != "$entries" ]; then
  echo "DrumSpace.dll exports \"$exported\", but hosts may see only \"$entries\"." >&2
  exit 1
fi

rm -rf "$folder"
mkdir -p "$(dirname "$folder")"
mv "$staging/ready" "$folder"
rm -rf "$staging"
