# Plays what was installed. Sourced after checks.sh.

# plays WHAT PLUGIN: whether an installed plugin plays the same notes as the one that was built.
plays() {
  local expected=$work/expected.mid
  [[ -f $expected ]] || out/bin/drumspace play --plugin out/plugin/DrumSpace.so --bars 2 -o "$expected" >>"$work/commands.log" 2>&1
  rm -f "$work/played.mid"
  env -u DRUMSPACE_MODELS out/bin/drumspace play --plugin "$2" --bars 2 -o "$work/played.mid" >>"$work/commands.log" 2>&1
  check "$1" cmp "$expected" "$work/played.mid"
}
