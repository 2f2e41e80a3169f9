#!/usr/bin/env bash
# Makes the installer for Windows: installer.sh VERSION FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
version=$1 folder=$2
plugin=out/plugin-windows models=out/.models.nsh

# The uninstaller deletes the files that were installed, one by one, so that a user's own beside them stay.
{
  echo '!macro DeleteModels FOLDER'
  find "$plugin/models" -type f -printf 'models/%P\n' | LC_ALL=C sort | sed 's:/:\\:g; s:.*:  Delete "${FOLDER}\\&":'
  find "$plugin/models" -depth -type d -printf 'models/%P\n' | sed 's:/$::; s:/:\\:g; s:.*:  RMDir "${FOLDER}\\&":'
  echo '!macroend'
} >"$models"

# NSIS keeps the times of the files.
find "$plugin" LICENSE THIRD_PARTY_NOTICES.md docs/manual.md -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
makensis -V2 -DVERSION="$version" -DPLUGIN="$PWD/$plugin" -DROOT="$PWD" -DMODELS="$PWD/$models" \
  -DOUTPUT="$PWD/$folder/DrumSpace-$version-windows-x64-setup.exe" installer/windows/drumspace.nsi
rm "$models"
