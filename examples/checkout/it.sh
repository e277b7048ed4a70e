#!/usr/bin/env bash
# The tests of the shop on PostgreSQL, and its pages in headless Chromium. Installs both on Debian where they are missing (as root), starts
# a PostgreSQL of its own and removes it again. Pictures of the pages are left in target/screenshots.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

missing=()
command -v chromedriver >/dev/null || missing+=(chromium chromium-driver fonts-dejavu-core)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
fi

# PostgreSQL does not run as root.
bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | sort -V | tail -1)")
if [ "$(id -u)" -eq 0 ]; then as=(runuser -u postgres --); else as=(); fi
data=$(mktemp -d)
[ "$(id -u)" -ne 0 ] || chown postgres "$data"
stop() {
  "${as[@]}" "$bin/pg_ctl" -D "$data/db" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$data"
}
trap stop EXIT
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo 54329)
cd /
"${as[@]}" "$bin/initdb" -D "$data/db" -U checkout --auth=trust --encoding=UTF8 --no-sync >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$data/db" -w -l "$data/log" \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data -c fsync=off -c max_connections=200" start >/dev/null

cd "$here/../.."
mvn -B -ntp -Pit -pl core,examples/checkout -Dtest='io.highfence.checkout.*Test' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcheckout.postgres="jdbc:postgresql://127.0.0.1:$port/postgres?user=checkout" package

# The jar that people run, which has no test classes around it.
java -jar "$here/target/checkout.jar" --server.port=0 >"$data/shop.log" 2>&1 &
shop=$!
for _ in $(seq 120); do
  if grep -q 'Started CheckoutApplication' "$data/shop.log"; then break; fi
  kill -0 "$shop" 2>/dev/null || break
  sleep 1
done
kill "$shop" 2>/dev/null || true
grep 'Started CheckoutApplication' "$data/shop.log" || { cat "$data/shop.log"; exit 1; }
