# The VST3 bundle. Sourced after eng/steps.sh, not run.

# make_bundle FOLDER ARCHITECTURE BINARY LIBRARY FILE...: makes DrumSpace.vst3 in a folder that has the library, and the files that it loads
# beside it. All are hard links, so the bundle takes no room, and it is complete wherever it is copied to. The class id in moduleinfo.json
# is that of the VST2 plugin as VST 3 writes it, so that hosts open its songs.
make_bundle() {
  local folder=$1 binaries=$1/DrumSpace.vst3/Contents/$2 binary=$3 library=$4
  shift 4
  mkdir -p "$binaries" "$folder/DrumSpace.vst3/Contents/Resources" || return
  ln "$folder/$library" "$binaries/$binary" || return
  local file
  for file in "$@"; do
    [ ! -e "$folder/$file" ] || cp -rl "$folder/$file" "$binaries/" || return
  done
  sed "s/@VERSION@/$(project_version)/" eng/plugin/moduleinfo.json >"$folder/DrumSpace.vst3/Contents/Resources/moduleinfo.json"
}
