#!/usr/bin/env bash
# Makes out/plugin: DrumSpace.so (VST2), DrumSpace.clap (the same file), and beside them what they load: libonnxruntime.so,
# libSkiaSharp.so and models/; and DrumSpace.vst3, the bundle that has all of it again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source eng/steps.sh
source eng/plugin/bundle.sh

need_packages clang lld zlib1g-dev

# Published aside, then moved: a host or a test never sees half a plugin.
staging=out/.plugin
rm -rf "$staging"
dotnet publish src/DrumSpace.Plugin -c Release -r linux-x64 -v quiet -nodeReuse:false -o "$staging/all"
mkdir -p "$staging/ready"
cp "$staging/all/DrumSpace.so" "$staging/all/libonnxruntime.so" "$staging/all/libSkiaSharp.so" "$staging/ready/"
ln "$staging/ready/DrumSpace.so" "$staging/ready/DrumSpace.clap"
[ ! -d presets/models ] || cp -r presets/models "$staging/ready/models"
make_bundle "$staging/ready" x86_64-linux DrumSpace.so DrumSpace.so libonnxruntime.so libSkiaSharp.so models

exported=$(nm -D --defined-only "$staging/ready/DrumSpace.so" | awk '$2 ~ /[TDBRVW]/ { sub(/@.*/, "", $3); print $3 }' | LC_ALL=C sort | tr '\n' ' ')
entries='ExitDll GetPluginFactory InitDll ModuleEntry ModuleExit VSTPluginMain clap_entry main '
if [ "$exported" != "$entries" ]; then
  echo "DrumSpace.so exports \"$exported\", but hosts may see only \"$entries\"." >&2
  exit 1
fi

rm -rf out/plugin
mv "$staging/ready" out/plugin
rm -rf "$staging"
