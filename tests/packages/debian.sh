#!/usr/bin/env bash
# The Debian package: debian.sh WORK_FOLDER. Installs it on this system, as root.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$1
source tests/checks.sh
source tests/packages/lib.sh
package=$(echo out/packages/drumspace_*_amd64.deb)

if [[ $(id -u) != 0 ]]; then
  echo 'skipped: the Debian package (installing it needs root)'
  exit
fi

places() { find /usr/bin /usr/lib/{drumspace,vst,vst3,clap} /usr/share/{doc,lintian,man/man1} -iname '*drumspace*' 2>/dev/null | LC_ALL=C sort; }

same 'Debian: lintian has nothing to say' "$(lintian --fail-on none --allow-root "$package" 2>&1 | grep -v '^N:')" ''
same 'Debian: nothing of it is there before' "$(places)" ''
check 'Debian: it installs' dpkg -i "$package"
for plugin in vst/DrumSpace.so clap/DrumSpace.clap vst3/DrumSpace.vst3; do
  plays "Debian: /usr/lib/$plugin plays" "/usr/lib/$plugin"
done
check 'Debian: the tool runs, with the shipped models' drumspace editor --picture "$work/debian.png"
check 'Debian: a second installation replaces the first' dpkg -i "$package"
check 'Debian: it is removed' dpkg --purge drumspace
same 'Debian: nothing is left' "$(places)" ''
