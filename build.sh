#!/usr/bin/env bash
# Builds, tests and shows DrumSpace. Needs a Debian 12 system with the .NET SDK 10; installs or names everything else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 LC_ALL=C.UTF-8
source eng/steps.sh

usage() {
  cat <<'TEXT'
usage: ./build.sh [COMMAND]
  build        set up and compile: out/plugin/DrumSpace.so and out/bin/drumspace (the default)
  demo         build, then play the plugin for 8 bars: out/demo.mid, out/demo.wav, and the figures
  test         build, then run every test
  explorer     make the explorer's page of src/explorer anew: src/DrumSpace.Cli/Explorer/explorer.html
  test-hosts   build, then run the plugin in Debian's Ardour and Qtractor, and our own host; "song", "window", "jack" or "alsa" after it for parts
  test-torchsharp  build, then train on libtorch: training's tests, losses beside DrumSpace.Torch's, 30 trainings; "tests", "losses" or "lives" for parts
  test-cluster build, then cut the corpus as a job array under Slurm, on a private cluster of one node
  windows      build the plugin and the tool for Windows: out/plugin-windows
  test-windows build, then compare it with the one for Linux, under Wine; "sound", "window" or "tool" after it for parts
  package      build, then make the packages and installers: out/packages
  test-packages  make them, install, play and remove them
  bench NAME   build, then run a benchmark; without a name, list them
  clean        remove everything that was built
TEXT
}

build() {
  step 'check the .NET SDK' need_sdk
  step 'install the native tool chain' need_packages clang lld zlib1g-dev
  if built_already; then return; fi
  step 'compile' dotnet build DrumSpaceVst.sln -c Release -v quiet
  step 'publish the plugin' eng/plugin/publish.sh
  step 'publish the tool' dotnet publish src/DrumSpace.Cli -c Release --no-build -v quiet -o out/bin
  touch out/.built
}

demo() {
  build
  out/bin/drumspace demo "$@"
}

run_tests() {
  build
  # Foreign plugins for the host bridge; python3 modules as independent references for MIDI and ONNX; an X server
  # and a bus of screen readers for the editor's window.
  step 'install what the tests compare with' need_packages gcc libc6-dev python3 python3-mido python3-onnx dpf-plugins-vst amsynth \
    lsp-plugins-vst xvfb xdotool libx11-dev at-spi2-core dbus python3-gi gir1.2-atspi-2.0
  mkdir -p out/tests
  local status=0
  dotnet test DrumSpaceVst.sln -c Release --no-build "$@" 2>&1 | tee out/tests/log.txt || status=$?
  # Arguments choose among the tests of dotnet: then those alone are wanted.
  if (($# == 0)); then
    eng/explorer.sh test 2>&1 | tee -a out/tests/log.txt || status=$?
  fi
  tally out/tests/log.txt
  return "$status"
}

explorer() {
  step "make the explorer's page" eng/explorer.sh build
}

test_hosts() {
  build
  tests/hosts/run.sh "$@"
}

test_torchsharp() {
  build
  tests/torchsharp/run.sh "$@"
}

test_cluster() {
  build
  tests/cluster/run.sh
}

windows() {
  step 'check the .NET SDK' need_sdk
  step 'publish the plugin for Windows' eng/plugin/publish-windows.sh out/plugin-windows "$@"
  step 'publish the tool for Windows' eng/tool/publish.sh win-x64 out/plugin-windows
}

test_windows() {
  build
  tests/windows/run.sh "$@"
}

package() {
  build
  windows
  step 'publish the tool for packages' eng/tool/publish.sh linux-x64 out/tool-linux
  step 'make the packages' installer/package.sh
}

test_packages() {
  package
  tests/packages/run.sh
}

bench() {
  build
  # The plugins and libraries that the benchmarks race against.
  step 'install what the benchmarks compare with' need_packages dpf-plugins-vst amsynth python3-mido python3-torch libopenblas0-pthread
  dotnet run --project tests/bench/DrumSpace.Bench -c Release --no-build -- "$@"
}

clean() {
  rm -rf out
  find src tests eng -type d \( -name bin -o -name obj -o -name node_modules \) -prune -exec rm -rf {} +
}

command=${1:-build}
shift || true
case $command in
  build) build ;;
  demo) demo "$@" ;;
  test) run_tests "$@" ;;
  explorer) explorer ;;
  test-hosts) test_hosts "$@" ;;
  test-torchsharp) test_torchsharp "$@" ;;
  test-cluster) test_cluster ;;
  windows) windows "$@" ;;
  test-windows) test_windows "$@" ;;
  package) package ;;
  test-packages) test_packages ;;
  bench) bench "$@" ;;
  clean) clean ;;
  -h | --help | help) usage ;;
  *) usage >&2; exit 2 ;;
esac
