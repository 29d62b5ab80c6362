#!/usr/bin/env bash
# Builds everything with warnings as errors and runs every test. On a fresh Debian or Ubuntu machine it installs what is missing
# (Chromium, PostgreSQL): without asking as root or with CI=true, else after a question.
# The .NET 10 SDK and Node 20 must be there already. The last line is "N passed, N failed, N skipped".
# Usage: ./test.sh [name]    runs only the tests whose full name contains the word.
set -euo pipefail
cd "$(dirname "$0")"

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

command -v dotnet > /dev/null || fail "The .NET 10 SDK is missing. Install it (global.json says which), then run ./test.sh again."
command -v node > /dev/null || fail "Node 20 or later is missing. Install it together with npm, then run ./test.sh again."
node_version=$(node --version)
node_major=${node_version#v}
[ "${node_major%%.*}" -ge 20 ] || fail "Node $node_version is too old: 20 or later is needed. Install a newer one or put it first on the PATH, then run ./test.sh again."

# The headless shell is the same browser without its windows, and nearly twice as fast at this.
find_chromium() { for name in chromium-headless-shell chromium chromium-browser google-chrome; do command -v "$name" && return 0; done; return 1; }
chromium_package() { if apt-cache show chromium-headless-shell > /dev/null 2>&1; then echo chromium-headless-shell; else echo chromium; fi; }
find_postgres() { ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -n 1 | grep . ; }

missing=()
find_chromium > /dev/null || missing+=(chromium)
find_postgres > /dev/null || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  command -v apt-get > /dev/null || fail "Missing: ${missing[*]}. Install them with this system's package manager, then run ./test.sh again."
  elevate=""
  if [ "$(id -u)" != 0 ]; then
    command -v sudo > /dev/null || fail "Missing: ${missing[*]}. This account is not root and there is no sudo: install them as root (apt-get install ${missing[*]}), then run ./test.sh again."
    elevate="sudo"
    if [ "${CI:-}" = true ]; then
      sudo -n true 2> /dev/null || fail "Missing: ${missing[*]}. With CI=true nobody can be asked for sudo's password: install them in the image, or run as root, then run ./test.sh again."
    else
      read -r -p "The tests need ${missing[*]}. Install with apt-get? [y/N] " answer ||
        fail "Nobody answered whether to install ${missing[*]} (the input ended). Install them yourself, or set CI=true to install without asking, then run ./test.sh again."
      [[ "$answer" == [yY]* ]] || fail "Not installed. Install ${missing[*]} yourself, then run ./test.sh again."
    fi
  fi
  say "Installing ${missing[*]}…"
  $elevate apt-get update -qq
  packages=("${missing[@]/#chromium/$(chromium_package)}")
  # sudo keeps no variables of ours, so this one stands behind it.
  $elevate env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" > /dev/null
fi
STUDIO_TEST_CHROMIUM=$(find_chromium)
export STUDIO_TEST_CHROMIUM

# A PostgreSQL of our own for this run: no service, no password, gone afterwards. The server refuses to run as root.
postgres_bin=$(find_postgres)
work=$(mktemp -d -t studio-tests-XXXXXX)
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" = 0 ] && chown postgres "$work"
port=$(node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
stop_postgres() {
  (cd / && as_server "$postgres_bin/pg_ctl" -D "$work/pg" -m immediate -s stop > /dev/null 2>&1) || true
  rm -rf "$work"
}
trap stop_postgres EXIT
(
  cd /
  as_server "$postgres_bin/initdb" -D "$work/pg" -U studio -A trust -E UTF8 --locale=C.UTF-8 --no-sync > /dev/null
  # The data is thrown away, so nothing needs to reach the disk.
  as_server "$postgres_bin/pg_ctl" -D "$work/pg" -s -w -l "$work/pg.log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300" start
)
export STUDIO_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=studio;Database=postgres"

say "Restoring and building…"
dotnet restore --locked-mode -v quiet
dotnet build --no-restore -v quiet -warnaserror

say "Testing…"
log="$work/tests.log"
filter=()
[ $# -gt 0 ] && filter=(--filter "FullyQualifiedName~$1")
status=0
dotnet test AffiliateStudio.Tests --no-build "${filter[@]}" --logger "console;verbosity=normal" > "$log" 2>&1 || status=$?
grep -vE '^\s+Passed |^\s*Standard Output|^$' "$log" | grep -vE '^\[xUnit.net .*\] .*(Discover|Starting|Finished)' || true

count() { sed -nE "s/^ *$1: +([0-9]+).*/\1/p" "$log" | tail -n 1 | grep . || echo 0; }
passed=$(count Passed); failed=$(count Failed); skipped=$(count Skipped)
if [ "$status" != 0 ] && [ "$failed" = 0 ]; then
  say "The test run ended with status $status before it could count its failures."
  failed=1
fi
say ""
say "$passed passed, $failed failed, $skipped skipped"
[ "$status" = 0 ] && [ "$failed" = 0 ] && [ "$passed" != 0 ]
