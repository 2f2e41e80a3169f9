#!/usr/bin/env bash
# Makes the installer for Windows: installer.sh VERSION FOLDER PLUGIN_FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
version=$1 folder=$(realpath "$2") plugin=$(realpath "$3")
models=$folder/.models.nsh notices=$folder/.notices
installer/notices.sh "$notices"

# The uninstaller deletes the files that were installed, one by one, so that a user's own beside them stay.
{
  echo '!macro DeleteModels FOLDER'
  find "$plugin/models" -type f -printf 'models/%P\n' | LC_ALL=C sort | sed 's:/:\\:g; s:.*:  Delete "${FOLDER}\\&":'
  find "$plugin/models" -depth -type d -printf 'models/%P\n' | sed 's:/$::; s:/:\\:g; s:.*:  RMDir "${FOLDER}\\&":'
  echo '!macroend'
} >"$models"

# NSIS keeps the times of the files.
find "$plugin" "$notices" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
makensis -V2 -DVERSION="$version" -DPLUGIN="$plugin" -DNOTICES="$notices" -DMODELS="$models" \
  -DOUTPUT="$folder/DrumSpace-$version-windows-x64-setup.exe" installer/windows/drumspace.nsi
rm -r "$models" "$notices"
