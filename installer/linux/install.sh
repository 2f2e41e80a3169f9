#!/bin/sh
# Installs DrumSpace for the user who runs this: the files into ~/.local/lib/drumspace, and links to them where hosts look for plugins and
# shells for programs.
# An earlier version is replaced; presets, kits and clips are not touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=$HOME/.local/lib/drumspace

if [ "$(id -u)" = 0 ] && [ -n "${SUDO_USER:-}" ]; then
  echo "install.sh: run this as yourself, without sudo: it installs for one user." >&2
  exit 1
fi

# Aside first: a host never sees half a plugin.
mkdir -p "$HOME/.local/lib" "$HOME/.local/bin" "$HOME/.vst" "$HOME/.clap" "$HOME/.vst3"
rm -rf "$home.new"
mkdir "$home.new"
cp -R "$here/DrumSpace.vst3" "$here/drumspace" "$here/uninstall.sh" "$here/LICENSE" "$here/THIRD_PARTY_NOTICES.md" "$here/licences" "$here/manual.md" "$here/daws.md" "$home.new/"
for file in DrumSpace.so libonnxruntime.so libSkiaSharp.so models; do ln -s "DrumSpace.vst3/Contents/x86_64-linux/$file" "$home.new/$file"; done
rm -rf "$home"
mv "$home.new" "$home"

# link TARGET NAME: a link where hosts look.
link() {
  if [ -e "$HOME/$2" ] && [ ! -L "$HOME/$2" ]; then
    echo "install.sh: $HOME/$2 is there already and is no link; it is left alone." >&2
  else
    ln -sfn "$home/$1" "$HOME/$2"
    echo "$HOME/$2"
  fi
}
link DrumSpace.vst3 .vst3/DrumSpace.vst3
link DrumSpace.vst3/Contents/x86_64-linux/DrumSpace.so .vst/DrumSpace.so
link DrumSpace.vst3/Contents/x86_64-linux/DrumSpace.so .clap/DrumSpace.clap
link drumspace .local/bin/drumspace
echo "Installed. Rescan plugins in your DAW. To remove it: $home/uninstall.sh"
