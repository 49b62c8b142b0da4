#!/usr/bin/env bash
# Publishes the service as one program and installs it under /opt/jcacop with a systemd unit. Run as root in the repository.
# Native libraries lie beside the program, so that nothing is unpacked at a start.
# Running it again upgrades: the settings and the data stay, the register is copied before, a service that ran runs again after it, and the
# program of before stays in /opt/jcacop.before. deploy/linux/uninstall.sh takes the program away again.
set -euo pipefail
[ "$(id -u)" = 0 ] || { echo "install.sh: run as root" >&2; exit 2; }
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
dotnet publish src/JcaCop.Worker -c Release -r linux-x64 --self-contained -p:PublishSingleFile=true \
  -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/publish.lock.json -o artifacts/linux-x64
id jcacop >/dev/null 2>&1 || useradd --system --home-dir /var/lib/jcacop --shell /usr/sbin/nologin jcacop
install -d -m 0755 /opt/jcacop /usr/share/doc/jcacop
install -d -m 0750 -g jcacop /etc/jcacop
install -d -m 0700 /etc/jcacop/secrets
install -d -m 0700 -o jcacop -g jcacop /var/lib/jcacop
[ -e /etc/jcacop/secrets/imap-password ] || install -m 0600 /dev/null /etc/jcacop/secrets/imap-password
[ -e /etc/jcacop/secrets/smtp-password ] || install -m 0600 /dev/null /etc/jcacop/secrets/smtp-password
ran=$(systemctl is-active jcacop 2>/dev/null || true)
systemctl stop jcacop 2>/dev/null || true
if [ -e /opt/jcacop/jcacop ] && [ -e /etc/jcacop/appsettings.json ]; then
  copy=/var/lib/jcacop/before-upgrade-$(date -u +%Y%m%dT%H%M%SZ).db
  # What the program says is what is wrong: a register on SQL Server is copied by its own means.
  if runuser -u jcacop -- /opt/jcacop/jcacop db backup "$copy" --settings /etc/jcacop/appsettings.json; then
    echo "The register as it was before the upgrade: $copy"
  else
    echo "No copy of the register was made (above says why)." >&2
    if [ "${1-}" != --without-copy ]; then
      [ "$ran" != active ] || systemctl start jcacop
      echo "Nothing is changed. Make a copy by hand, then: install.sh --without-copy" >&2
      exit 1
    fi
  fi
  rm -rf /opt/jcacop.before
  mv /opt/jcacop /opt/jcacop.before
  install -d -m 0755 /opt/jcacop
fi
cp -r artifacts/linux-x64/. /opt/jcacop/
echo /etc/jcacop/appsettings.json > /opt/jcacop/settings-file
ln -sf /opt/jcacop/jcacop /usr/local/bin/jcacop
install -m 0644 README.md CHANGELOG.md /usr/share/doc/jcacop/
if [ ! -e /etc/jcacop/appsettings.json ]; then
  /opt/jcacop/jcacop init --out /etc/jcacop/appsettings.json --data /var/lib/jcacop
  chgrp jcacop /etc/jcacop/appsettings.json; chmod 0640 /etc/jcacop/appsettings.json
fi
install -m 0644 deploy/linux/jcacop.service /etc/systemd/system/jcacop.service
systemctl daemon-reload
if [ "$ran" = active ]; then
  systemctl start jcacop
  echo "Upgraded; the service runs. CHANGELOG.md in /usr/share/doc/jcacop tells what is new. Look: runuser -u jcacop -- jcacop doctor"
  exit 0
fi
echo "Edit /etc/jcacop/appsettings.json, put the passwords into /etc/jcacop/secrets, then (systemd hands them out while the service runs):"
echo "  systemctl enable jcacop && systemctl restart jcacop"
echo "  runuser -u jcacop -- jcacop doctor"
