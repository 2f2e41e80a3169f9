#!/usr/bin/env bash
# Makes the Debian package: deb.sh VERSION FOLDER. The VST3 bundle, which has all files, lies in /usr/lib/drumspace, where no host scans;
# links to it and to the library in it lie where hosts do. The tool lies beside it, with links to what it loads.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
version=$1 folder=$2
root=out/.deb
rm -rf "$root"
home=$root/usr/lib/drumspace doc=$root/usr/share/doc/drumspace

mkdir -p "$home" "$doc" "$root/DEBIAN" "$root/usr/bin" "$root/usr/share/man/man1" "$root"/usr/lib/{vst,clap,vst3} "$root/usr/share/lintian/overrides"
cp -r out/plugin/DrumSpace.vst3 "$home/"
library=DrumSpace.vst3/Contents/x86_64-linux/DrumSpace.so
ln -s "../drumspace/$library" "$root/usr/lib/vst/DrumSpace.so"
ln -s "../drumspace/$library" "$root/usr/lib/clap/DrumSpace.clap"
ln -s ../drumspace/DrumSpace.vst3 "$root/usr/lib/vst3/DrumSpace.vst3"
cp out/tool-linux/drumspace "$home/"
for file in DrumSpace.so libonnxruntime.so libSkiaSharp.so models; do ln -s "DrumSpace.vst3/Contents/x86_64-linux/$file" "$home/$file"; done
ln -s ../lib/drumspace/drumspace "$root/usr/bin/drumspace"
gzip -9nc installer/linux/drumspace.1 >"$root/usr/share/man/man1/drumspace.1.gz"

installer/notices.sh "$doc"
rm "$doc/LICENSE"
cp installer/linux/lintian-overrides "$root/usr/share/lintian/overrides/drumspace"
{
  printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: DrumSpace\nComment: '
  printf 'What others wrote of it, and their licences: THIRD_PARTY_NOTICES.md beside this file.\n\n'
  printf 'Files: *\nCopyright: %s\nLicense: Expat\n' "$(sed -n 's/^Copyright (c) //p' LICENSE)"
  sed -n '/^Permission/,$ { s/^$/./; s/^/ /; p }' LICENSE
} >"$doc/copyright"
printf 'drumspace (%s) stable; urgency=medium\n\n  * See docs/manual.md.\n\n -- The DrumSpace authors <drumspace@localhost>  %s\n' \
  "$version" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$doc/changelog.gz"

# Modes as Debian wants them: what is loaded need not be executable.
find "$root" -type d -exec chmod 755 {} +
find "$root" -type f -exec chmod 644 {} +
chmod 755 "$home/drumspace"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# dpkg-shlibdeps reads which packages have the libraries that ours name; it wants a source package around it.
work=out/.deb-control
rm -rf "$work"
mkdir -p "$work/debian"
printf 'Source: drumspace\n\nPackage: drumspace\nArchitecture: amd64\n' >"$work/debian/control"
mapfile -t binaries < <(find "$PWD/$home" -type f \( -name '*.so' -o -name drumspace \))
depends=$(cd "$work" && dpkg-shlibdeps -O "${binaries[@]}" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
{
  printf 'Package: drumspace\nVersion: %s\nArchitecture: amd64\nMaintainer: The DrumSpace authors <drumspace@localhost>\n' "$version"
  printf 'Installed-Size: %s\nDepends: %s\nRecommends: libxcb1, libxcb-shm0\n' "$(du -sk --apparent-size "$root/usr" | cut -f1)" "$depends"
  printf 'Section: sound\nPriority: optional\n'
  printf 'Description: drum patterns from a learnt space, as VST2, VST3 and CLAP plugin\n'
  printf ' Four knobs are the coordinates of a learnt space of drum patterns. The pattern\n of a point plays in time with the song, as MIDI'
  printf ' and by a built-in kit; a\n bass or lead line can follow. Beats are dragged into tracks as MIDI clips.\n The tool drumspace shows the space in a browser, trains models and plays songs.\n'
} >"$root/DEBIAN/control"

dpkg-deb --root-owner-group -Zxz --build "$root" "$folder/drumspace_${version}_amd64.deb" >/dev/null
rm -rf "$root" "$work"
