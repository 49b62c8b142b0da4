#!/usr/bin/env bash
# Publishes the service as one program and installs it under /opt/jcacop with a systemd unit. Run as root in the repository.
# Native libraries lie beside the program, so that nothing is unpacked at a start.
# Running it again upgrades: the settings and the data stay.
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
systemctl stop jcacop 2>/dev/null || true
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
echo "Edit /etc/jcacop/appsettings.json, put the passwords into /etc/jcacop/secrets, then (systemd hands them out while the service runs):"
echo "  systemctl enable jcacop && systemctl restart jcacop"
echo "  runuser -u jcacop -- jcacop doctor"
