#!/usr/bin/env bash
# Makes out/plugin: DrumSpace.so, and beside it what it loads: libonnxruntime.so and models/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source eng/steps.sh

need_packages clang lld zlib1g-dev

# Published aside, then moved: a host or a test never sees half a plugin.
staging=out/.plugin
rm -rf "$staging"
dotnet publish src/DrumSpace.Plugin -c Release -r linux-x64 -v quiet -nodeReuse:false -o "$staging/all"
mkdir -p "$staging/ready"
cp "$staging/all/DrumSpace.so" "$staging/all/libonnxruntime.so" "$staging/ready/"
[ ! -d presets/models ] || cp -r presets/models "$staging/ready/models"

exported=$(nm -D --defined-only "$staging/ready/DrumSpace.so" | awk '$2 == "T" { sub(/@.*/, "", $3); print $3 }' | sort | tr '\n' ' ')
if [ "$exported" != 'VSTPluginMain main ' ]; then
  echo "DrumSpace.so exports \"$exported\", but hosts may see only VSTPluginMain and main." >&2
  exit 1
fi

rm -rf out/plugin
mv "$staging/ready" out/plugin
rm -rf "$staging"
