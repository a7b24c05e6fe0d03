#!/usr/bin/env bash
# A WordPress of one's own on the loopback address, for the integration test:
#   wordpress.sh start DIR PORT   sets it up below DIR and waits until it answers
#   wordpress.sh import DIR FILE  imports a WXR file
#   wordpress.sh stop DIR         stops it and deletes DIR
# Needs Debian's packages wordpress, php-cli, php-mysql, php-xml and mariadb-server. Nothing of the system's
# own database or configuration is used; all state lies below DIR, and the database listens on a
# socket there alone. DIR/credentials holds USER:APPLICATION PASSWORD of an administrator
# and, on the next line, of an author.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source=/usr/share/wordpress
PATH=$PATH:/usr/sbin

missing() {
  echo "$1 is missing: apt-get install --no-install-recommends wordpress php-cli php-mysql php-xml mariadb-server" >&2
  exit 3
}

database() {
  mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$dir/db" \
    --auth-root-authentication-method=normal --skip-test-db >"$dir/install-db.log" 2>&1
  mariadbd --no-defaults --user="$(id -un)" --datadir="$dir/db" --socket="$dir/db.sock" \
    --pid-file="$dir/db.pid" --skip-networking --innodb-buffer-pool-size=32M \
    >"$dir/db.log" 2>&1 &
  echo $! >"$dir/db.pid"
  for _ in $(seq 300); do
    mariadb --no-defaults -uroot --socket="$dir/db.sock" -e \
      "CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4" 2>/dev/null && return
    sleep 0.2
  done
  echo "the database did not start; see $dir/db.log" >&2
  exit 1
}

site() {
  cp -rL "$source" "$dir/site"
  rm -f "$dir/site/wp-config.php"
  sed -e "s|@SOCKET@|$dir/db.sock|" -e "s|@ADDRESS@|http://127.0.0.1:$port|" \
    "$here/wp-config.php" >"$dir/site/wp-config.php"
  mkdir -p "$dir/site/wp-content/mu-plugins"
  cp "$here/register-meta.php" "$dir/site/wp-content/mu-plugins/"
  (umask 077 && php "$here/install.php" "$dir/site" "http://127.0.0.1:$port" >"$dir/credentials")
  php -S "127.0.0.1:$port" -t "$dir/site" "$here/router.php" \
    >"$dir/php.log" 2>&1 &
  echo $! >"$dir/php.pid"
  for _ in $(seq 150); do
    php -r "exit(@file_get_contents('http://127.0.0.1:$port/wp-json/') === false ? 1 : 0);" && return
    sleep 0.2
  done
  echo "the site did not start; see $dir/php.log" >&2
  exit 1
}

stopped() {
  [ -f "$1" ] || return 0
  local pid
  pid=$(cat "$1")
  kill "$pid" 2>/dev/null || return 0
  for _ in $(seq 100); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
}

action=${1:?start, import or stop}
dir=${2:?a folder}
case $action in
  start)
    port=${3:?a port}
    for program in php mariadbd mariadb-install-db; do
      command -v "$program" >/dev/null || missing "$program"
    done
    [ -f "$source/wp-load.php" ] || missing "$source"
    php -m | grep -qx mysqli || missing php-mysql
    mkdir -p "$dir"
    database
    site
    ;;
  import)
    php "$here/import.php" "$dir/site" "${3:?a file}"
    ;;
  stop)
    stopped "$dir/php.pid"
    stopped "$dir/db.pid"
    rm -rf "$dir"
    ;;
  *)
    echo "start, import or stop" >&2
    exit 2
    ;;
esac
