#!/usr/bin/env bash
# Takes the service and its program away again. Run as root. Settings, secrets and data stay: --with-data takes them, too.
set -euo pipefail
[ "$(id -u)" = 0 ] || { echo "uninstall.sh: run as root" >&2; exit 2; }
systemctl disable --now jcacop 2>/dev/null || true
rm -f /etc/systemd/system/jcacop.service /usr/local/bin/jcacop
rm -rf /opt/jcacop /opt/jcacop.before /usr/share/doc/jcacop
systemctl daemon-reload
if [ "${1-}" = --with-data ]; then
  rm -rf /etc/jcacop /etc/systemd/system/jcacop.service.d /var/lib/jcacop
  userdel jcacop 2>/dev/null || true
  echo "jcacop is gone with its settings and its register."
else
  echo "jcacop is gone. /etc/jcacop (settings, secrets) and /var/lib/jcacop (the register) are still there; uninstall.sh --with-data takes them, too."
fi
