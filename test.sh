#!/usr/bin/env bash
# Builds everything and runs every test. What a machine cannot run is reported as skipped, with the reason.
#
#   ./test.sh                       installs what the tests use where it can (Debian, as root or with sudo), then tests
#   JCACOP_TEST_SQLSERVER="Server=…" ./test.sh      runs the store tests on that SQL Server as well
#   JCACOP_TEST_INSTALL=no ./test.sh                installs nothing
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2

# The tests start real servers. Debian's packages must not start their own daemons while being installed.
install_servers() {
  local tool missing=()
  for tool in dovecot smtp-sink smtp-source openssl; do
    command -v "$tool" >/dev/null || [ -x "/usr/sbin/$tool" ] || missing+=("$tool")
  done
  [ -x /usr/lib/dovecot/submission ] || [ -x /usr/libexec/dovecot/submission ] || missing+=(dovecot-submissiond)
  [ ${#missing[@]} -eq 0 ] && return
  local as=()
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as=(sudo -n); else
      echo "test.sh: ${missing[*]} missing and no right to install them; the tests that need them will be skipped"; return
    fi
  fi
  command -v apt-get >/dev/null || { echo "test.sh: ${missing[*]} missing and no apt-get; the tests that need them will be skipped"; return; }
  local policy=/usr/sbin/policy-rc.d made=
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${as[@]}" tee "$policy" >/dev/null && "${as[@]}" chmod +x "$policy" && made=yes
  fi
  "${as[@]}" apt-get update -qq \
    && "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
         dovecot-core dovecot-imapd dovecot-submissiond postfix openssl >/dev/null \
    || echo "test.sh: installing the mail servers failed; the tests that need them will be skipped"
  [ "$made" = yes ] && "${as[@]}" rm -f "$policy"
}
[ "${JCACOP_TEST_INSTALL:-yes}" = no ] || install_servers

# Calendars are checked by libical, documents printed by LibreOffice. Both are installed while the build runs, with letters of
# every script: a page printed without a font for its characters holds none of them.
install_judges() {
  local calendars= office= fonts= name wanted=()
  ldconfig -p 2>/dev/null | grep -q 'libical\.so\.3' || calendars=missing
  command -v soffice >/dev/null || office=missing
  { [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ] && [ -n "$(fc-list :lang=ar family)" ]; } || fonts=missing
  [ -z "$calendars$office$fonts" ] && return
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo "test.sh: libical, LibreOffice or fonts for Chinese and Arabic missing and no right or no apt-get to install them; the tests that need them will be skipped"; return; }
  [ -n "$(find /var/lib/apt/lists -name '*Packages*' -print -quit 2>/dev/null)" ] || apt-get update -qq
  [ -z "$office" ] || wanted+=(libreoffice-writer-nogui libreoffice-calc-nogui)
  [ -z "$fonts" ] || wanted+=(fontconfig fonts-noto-core fonts-noto-cjk)
  # Of two names of one package, the newer Debian has the second.
  [ -z "$calendars" ] || for name in libical3 libical3t64; do apt-cache show "$name" >/dev/null 2>&1 && { wanted+=("$name"); break; }; done
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null 2>&1 \
    || echo "test.sh: installing ${wanted[*]} failed; the tests that need them will be skipped"
}

# Letters are looked at in a browser: node and Chromium, with playwright-core from npm.
browser() { local name; for name in chromium chromium-browser google-chrome; do command -v "$name" && return; done; return 1; }
install_browser() {
  [ "$(node -p 'process.versions.node.split(".")[0] >= 20' 2>/dev/null)" = true ] || { echo "node 20 or later is missing"; return 1; }
  if ! browser >/dev/null; then
    [ "${JCACOP_TEST_INSTALL:-yes}" != no ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo "Chromium is missing and cannot be installed here"; return 1; }
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 \
      || { echo "installing Chromium failed"; return 1; }
  fi
  [ -d tests/render/node_modules/ical.js ] || (cd tests/render && npm ci --no-audit --no-fund --silent) >/dev/null 2>&1 || { echo "npm ci failed in tests/render"; return 1; }
}

results=artifacts/tests
rm -rf "$results"; mkdir -p "$results"
export JCACOP_TEST_DOCUMENTS=$PWD/artifacts/documents   # documents and what LibreOffice printed of them, to be looked at
[ "${JCACOP_TEST_INSTALL:-yes}" = no ] || install_judges & judges=$!
dotnet build -c Release -v minimal --nologo || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
wait "$judges"

passed=0; failed=0; skipped=0; failures=
run_project() {
  dotnet "tests/$1/bin/Release/net10.0/$1.dll" -noColor -noLogo >"$results/$1.log" 2>&1
  echo $? >"$results/$1.code"
}
tell_project() {
  local log=$results/$1.log code summary
  echo "== $1"
  code=$(cat "$results/$1.code")
  summary=$(grep -E 'Total: [0-9]+, Errors: ' "$log" | tail -n 1)
  number() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$summary"; }
  if [ -n "$summary" ]; then
    f=$(( $(number Failed) + $(number Errors) )); s=$(number Skipped)
    p=$(( $(number Total) - $(number Failed) - s - $(number 'Not Run') ))
  else p=0; f=1; s=0; fi
  # A runner that ended badly has failed, whatever it counted.
  [ "$code" -ne 0 ] && [ "$f" -eq 0 ] && f=1
  # A failure is shown whole; otherwise each skipped test with its reason, so that nothing is left out silently.
  if [ "$f" -gt 0 ]; then
    tail -n 300 "$log"
    failures+=$(grep -A 8 -F '[FAIL]' "$log" | cut -c 1-400; [ "$code" -eq 0 ] || echo "   $1 ended with code $code")$'\n'
  else grep -A 1 -F '[SKIP]' "$log" | grep -v '^--' | cut -c 1-300; fi
  echo "   $p passed, $f failed, $s skipped"
  passed=$((passed + p)); failed=$((failed + f)); skipped=$((skipped + s))
}
# The longest project waits much of its time for servers and processes: all others and the browser run beside it.
longest=JcaCop.Worker.Tests
run_project "$longest" & beside=$!
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  [ "$name" = "$longest" ] || { run_project "$name"; tell_project "$name"; }
done
# One stage in the browser: TITLE, FOLDER of its pictures, FUNCTION that makes and looks at them and ends with a line "N passed, N failed".
in_browser() {
  echo "== $1 in a browser"
  if [ -n "$why" ]; then echo "   skipped: $why"; skipped=$((skipped + 1)); return; fi
  log=$results/$3.log
  "$3" >"$log" 2>&1
  code=$?
  summary=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
  p=$(( ${summary%% passed*} + 0 )); f=$(sed -nE 's/.*passed, ([0-9]+) failed/\1/p' <<<"$summary"); f=${f:-1}
  [ "$code" -ne 0 ] && [ "$f" -eq 0 ] && f=1
  [ "$f" -gt 0 ] && { tail -n 100 "$log"; failures+="   $1 in a browser: $log"$'\n'; }
  echo "   $p passed, $f failed, 0 skipped (pictures: $2)"
  passed=$((passed + p)); failed=$((failed + f))
}
jcacop=src/JcaCop.Worker/bin/Release/net10.0/jcacop.dll
letters() {
  rm -rf artifacts/letters artifacts/letter-pictures
  node --test tests/render/checks.test.js tests/render/calendar.test.js tests/render/pages.test.js \
    && dotnet "$jcacop" letter preview --out artifacts/letters && node tests/render/render.js artifacts/letters artifacts/letter-pictures
}
pages() {
  rm -rf artifacts/pages artifacts/page-pictures
  dotnet "$jcacop" pages preview --out artifacts/pages --set Pages:BaseUrl=https://www.jca-sample.example/ \
    && node tests/render/pages.js artifacts/pages artifacts/page-pictures
}
why=$(install_browser) && { why=; export JCACOP_TEST_CHROMIUM=${JCACOP_TEST_CHROMIUM:-$(browser)}; }
in_browser letters artifacts/letter-pictures letters
in_browser pages artifacts/page-pictures pages
wait "$beside"
tell_project "$longest"
if [ -n "${JCACOP_TEST_SQLSERVER:-}" ]; then echo "Store tests: SQLite and SQL Server"; else
  echo "Store tests: SQLite; SQL Server not (JCACOP_TEST_SQLSERVER is not set), its statements were checked offline"; fi
# Once more at the end, where they are found: of a long output often only the last part is kept.
[ -z "$failures" ] || printf '== What failed\n%s' "$failures"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
