#!/usr/bin/env bash
# Makes out/packages from out/plugin and out/plugin-windows: a Debian package and an archive for Linux, an installer and an archive for
# Windows, and SHA256SUMS. The same plugin gives the same bytes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source eng/steps.sh

need_packages dpkg-dev nsis zip

version=$(project_version)
# The time that all files get: that of the last commit, or, without git, of the file with the version.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y Directory.Build.props)
export SOURCE_DATE_EPOCH

rm -rf out/packages
mkdir -p out/packages
installer/linux/deb.sh "$version" out/packages
installer/linux/archive.sh "$version" out/packages
installer/windows/archive.sh "$version" out/packages
installer/windows/installer.sh "$version" out/packages out/plugin-windows
(cd out/packages && sha256sum -- * >SHA256SUMS && cat SHA256SUMS)

deb=drumspace_${version}_amd64.deb setup=DrumSpace-$version-windows-x64-setup.exe
sha256() { sha256sum "out/packages/$1" | cut -d' ' -f1; }
size() { stat -c %s "out/packages/$1"; }
sed "/^#/d; s|@DEB@|$deb|; s|@DEB_SIZE@|$(size "$deb")|; s|@DEB_SHA256@|$(sha256 "$deb")|
  s|@SETUP@|$setup|; s|@SETUP_SIZE@|$(size "$setup")|; s|@SETUP_SHA256@|$(sha256 "$setup")|
  s|@DATE@|$(date -u -d "@$SOURCE_DATE_EPOCH" +%FT00:00:00.000Z)|" installer/open-audio-stack.yaml >out/packages/open-audio-stack.yaml
