#!/usr/bin/env bash
# Makes Microsoft.ML.OnnxRuntime restorable. Where NuGet has the package there is nothing to do; where it has not, the official
# managed source and native libraries are taken from an npm package, checked by hash, and packed into out/feed, which
# Directory.Build.props adds to the restore sources.
#
#   eng/onnxruntime/pack.sh           does what is needed
#   eng/onnxruntime/pack.sh --force   packs again, and drops the copy that NuGet cached from an earlier packing
set -euo pipefail

version=1.29.0
npm_package=com.github.asus4.onnxruntime
npm_version=0.4.9
sha512=BkzxduSZ9IkeDP6Q8lz2TFU2ie7hSSvS7ZIfzMooExoq0CNzJnuuGaUJ7IsojBgqO4ouD1jXah8OYyJbCN29Fg==

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/eng/onnxruntime
feed=$root/out/feed
work=$root/out/onnxruntime
nupkg=$feed/Microsoft.ML.OnnxRuntime.$version.nupkg
cached=${NUGET_PACKAGES:-$HOME/.nuget/packages}/microsoft.ml.onnxruntime/$version

fail() {
  echo "onnxruntime: $1" >&2
  echo "  $2" >&2
  exit 1
}

if [[ ${1:-} == --force ]]; then
  rm -rf "$nupkg" "$cached"
else
  [[ -f $nupkg || -f $cached/.nupkg.metadata ]] && exit 0
  echo "onnxruntime: asking NuGet for Microsoft.ML.OnnxRuntime $version"
  dotnet restore "$root/src/DrumSpace.Inference" --verbosity quiet >/dev/null 2>&1 && [[ -f $cached/.nupkg.metadata ]] && exit 0
fi

if ! command -v npm >/dev/null; then
  echo "onnxruntime: installing npm"
  install=(apt-get install -y --no-install-recommends npm)
  [[ $(id -u) == 0 ]] || install=(sudo "${install[@]}")
  DEBIAN_FRONTEND=noninteractive "${install[@]}" >/dev/null ||
    fail "npm is missing and could not be installed." "Install it (apt-get install npm) and run this again."
fi

mkdir -p "$work" "$feed"
tarball=$work/$npm_package-$npm_version.tgz
# In base64, as npm states it; by coreutils alone.
hash_of() { printf "$(sha512sum "$1" | cut -c1-128 | sed 's/../\\x&/g')" | base64 -w0; }

if [[ ! -f $tarball || $(hash_of "$tarball") != "$sha512" ]]; then
  echo "onnxruntime: fetching $npm_package@$npm_version (150 MB)"
  (cd "$work" && npm pack --silent "$npm_package@$npm_version" >/dev/null) ||
    fail "npm pack $npm_package@$npm_version failed." "Check that npm reaches its registry, then run this again."
  actual=$(hash_of "$tarball")
  if [[ $actual != "$sha512" ]]; then
    rm -f "$tarball"
    fail "$npm_package@$npm_version is not the file this build knows." "Expected sha512-$sha512, got sha512-$actual."
  fi
fi

echo "onnxruntime: packing Microsoft.ML.OnnxRuntime $version into out/feed"
tar -xzf "$tarball" -C "$work" package/Runtime package/Plugins/Linux package/Plugins/Windows/x64 \
  package/LICENSE package/ThirdPartyNotices.txt || fail "$tarball could not be unpacked." "Is the disk full?"
dotnet pack "$here/Microsoft.ML.OnnxRuntime.csproj" -c Release -p:OnnxRuntimeSource="$work/package" -o "$work/packed" \
  --nologo --verbosity quiet >"$work/pack.log" 2>&1 || {
  cat "$work/pack.log" >&2
  fail "the package could not be built." "The compiler's messages stand above and in $work/pack.log."
}
# Moved last, so that a packing that was cut short is never taken for a finished one.
mv "$work/packed/$(basename "$nupkg")" "$nupkg"
rm -rf "$work"
