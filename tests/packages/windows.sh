#!/usr/bin/env bash
# The archive for Windows, and the installer under Wine: windows.sh WORK_FOLDER. The installer is made anew, of a plugin that runs under Wine.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$1/windows
mkdir -p "$work/programs"
source eng/steps.sh
source tests/checks.sh
version=$(project_version)
key='Software\Microsoft\Windows\CurrentVersion\Uninstall\DrumSpace'

unzip -q out/packages/DrumSpace-*-windows-x64.zip -d "$work/zip"
check 'Windows, archive: it has what was built' diff -r -x LICENSE -x THIRD_PARTY_NOTICES.md -x manual.md -x daws.md -x licences out/plugin-windows \
  "$work"/zip/DrumSpace-*
check 'Windows, archive: it has the licences' test -f "$(echo "$work"/zip/DrumSpace-*/licences/OnnxRuntime.txt)"

eng/plugin/publish-windows.sh "$work/plugin" -p:LinksForWine=true >"$work/publish.log" 2>&1 || { tail "$work/publish.log"; exit 1; }
cp out/plugin-windows/drumspace.exe "$work/plugin/"
SOURCE_DATE_EPOCH=0 installer/windows/installer.sh "$version" "$work" "$work/plugin" >"$work/makensis.log" 2>&1 || { tail "$work/makensis.log"; exit 1; }
setup=$work/DrumSpace-$version-windows-x64-setup.exe
formats=tests/hosts/formats
x86_64-w64-mingw32-gcc -O1 -municode -o "$work/programs/render.exe" $formats/{render,load,vst2,clap,vst3}.c || exit
source tests/windows/wine.sh
make_prefix
drive=$WINEPREFIX/drive_c user=$(id -un)

# What is on the disk, without what Wine and Windows themselves write.
files() { (cd "$drive" && find . \( -path ./windows -o -path '*/Temp' \) -prune -o -print | LC_ALL=C sort); }
registered() { run_wine reg query "$1\\$key" >/dev/null 2>&1; }
not_registered() { ! registered "$1"; }
plays() {
  run_wine "$work/programs/render.exe" "$2" --bars 1 --midi "$work/notes.txt" >/dev/null 2>&1
  check "$1" cmp "$work/expected.txt" "$work/notes.txt"
}
installs() { check "$1" run_wine "$setup" /S "${@:2}"; wait_for_wine; }
# The uninstaller goes on as a copy of itself, so that it can delete itself.
removes() { check "$1" run_wine "$drive/$2/Uninstall.exe" /S "$3"; wait_for_wine; }

run_wine "$work/programs/render.exe" "$work/plugin/DrumSpace.dll" --bars 1 --midi "$work/expected.txt" >/dev/null 2>&1
wait_for_wine
mkdir -p "$drive/Program Files/VSTPlugins/DrumSpace"
touch "$drive/Program Files/VSTPlugins/DrumSpace/own.txt"
before=$(files)

try() {
  local mode=$1 root=$2 home=$3 vst2=$4 vst3=$5 clap=$6
  installs "Windows, $mode: it installs" "/$mode"
  check "Windows, $mode: it is among the programs of the settings" registered "$root"
  plays "Windows, $mode: VST2 plays" "C:/$vst2/DrumSpace/DrumSpace.dll"
  plays "Windows, $mode: CLAP plays" "C:/$clap/DrumSpace/DrumSpace.clap"
  plays "Windows, $mode: VST3 plays" "C:/$vst3/DrumSpace.vst3"
  installs "Windows, $mode: it installs over itself" "/$mode"
  removes "Windows, $mode: it is removed" "$home" "/$mode"
  check "Windows, $mode: it is no more among the programs" not_registered "$root"
  same "Windows, $mode: nothing is left, and the user's own is" "$(files)" "$before"
}

try CurrentUser HKCU "users/$user/AppData/Local/Programs/DrumSpace" "users/$user/AppData/Local/Programs/VSTPlugins" \
  "users/$user/AppData/Local/Programs/Common/VST3" "users/$user/AppData/Local/Programs/Common/CLAP"
try AllUsers HKLM 'Program Files/DrumSpace' 'Program Files/VSTPlugins' 'Program Files/Common Files/VST3' 'Program Files/Common Files/CLAP'

installs 'Windows: it installs what is asked for, where it is asked for' /AllUsers /NoVst3 /NoClap /Tool '/Vst2Folder=C:\Music\Plugins'
check 'Windows: VST2 is in the chosen folder' test -f "$drive/Music/Plugins/DrumSpace/DrumSpace.dll"
check 'Windows: the tool is there' test -f "$drive/Program Files/DrumSpace/drumspace.exe"
check 'Windows: VST3 is not there' test ! -e "$drive/Program Files/Common Files/VST3/DrumSpace.vst3"
removes 'Windows: it is removed from there' 'Program Files/DrumSpace' /AllUsers
rmdir "$drive/Music" 2>/dev/null
same 'Windows: nothing is left there' "$(files)" "$before"
