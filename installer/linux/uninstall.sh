#!/bin/sh
# Removes what install.sh installed for the user who runs this. Presets, kits, models and clips of your own stay.
set -eu
home=$HOME/.local/lib/drumspace
for link in .vst/DrumSpace.so .clap/DrumSpace.clap .vst3/DrumSpace.vst3 .local/bin/drumspace; do
  case $(readlink "$HOME/$link") in "$home"/*) rm "$HOME/$link" ;; esac
  rmdir "$HOME/${link%/*}" 2>/dev/null || true
done
rm -rf "$home"
rmdir "$HOME/.local/lib" "$HOME/.local" 2>/dev/null || true
echo "Removed. Your own files stay in ${XDG_DATA_HOME:-$HOME/.local/share}/DrumSpace and ${XDG_CONFIG_HOME:-$HOME/.config}/DrumSpace."
