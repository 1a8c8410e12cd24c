#!/bin/sh
# Fetches Debian's source package of cpp-httplib into DIR (default: .deps), verified by apt, and cuts it into httplib.h and
# httplib.cc with its own split.py. Debian ships the library as a shared object only, with limits compiled in that we need to
# set ourselves, so we build the source. Needs dpkg-dev and python3; leaves the machine's own apt lists untouched.
set -eu
dir=${1:-.deps}
[ -f "$dir/httplib/httplib.cc" ] && exit 0
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
apt=$dir/apt
rm -rf "$apt" "$dir/source" && mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$dir/source"
{
  # One-line and deb822 source lists of this machine, turned into deb-src.
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | sed -n 's/^deb /deb-src /p'
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] || continue
    awk -v RS= '!/(^|\n)[Ee]nabled: *no/' "$file" | awk '
      function flush(  i, j, n, m, s, u, opt) {
        if (uris != "") {
          opt = signed == "" ? "" : "[signed-by=" signed "] "
          n = split(uris, u, " "); m = split(suites, s, " ")
          for (i = 1; i <= n; i++) for (j = 1; j <= m; j++) print "deb-src " opt u[i] " " s[j] " " components
        }
        uris = suites = components = signed = ""
      }
      /^Types:/ { flush() }
      /^URIs:/ { sub(/^URIs: */, ""); uris = $0 }
      /^Suites:/ { sub(/^Suites: */, ""); suites = $0 }
      /^Components:/ { sub(/^Components: */, ""); components = $0 }
      /^Signed-By: *\// { sub(/^Signed-By: */, ""); signed = $0 }
      END { flush() }'
  done
} | grep debian >"$apt/sources.list"
options="-qq -o Dir::Etc::SourceList=$apt/sources.list -o Dir::Etc::SourceParts=- -o Dir::State::Lists=$apt/lists
  -o Dir::Cache=$apt -o Dir::Cache::archives=$apt/archives -o APT::Sandbox::User=root"
# shellcheck disable=SC2086  # words on purpose
apt-get $options update
cd "$dir/source"
# shellcheck disable=SC2086
apt-get $options source --download-only cpp-httplib
dpkg-source --no-check -x ./*.dsc tree >/dev/null
cd tree
# In place only when whole, so that an interrupted run is simply run again.
python3 ./split.py --out "$dir/source/cut" >/dev/null
rm -rf "$dir/httplib"
mv "$dir/source/cut" "$dir/httplib"
rm -rf "$apt" "$dir/source"
