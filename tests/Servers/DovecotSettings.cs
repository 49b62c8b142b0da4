namespace JcaCop.Tests.Servers;

/// <summary>Settings of Dovecot 2.3 for a server that lives in one directory and runs as one ordinary user. What a protocol needs comes after them.</summary>
internal static class DovecotSettings
{
    public static string Write(string root, string user, string group, string password) => $$"""
        base_dir = {{root}}/run
        state_dir = {{root}}/state
        log_path = {{root}}/log/dovecot.log
        info_log_path = {{root}}/log/info.log
        listen = 127.0.0.1, 127.0.0.2
        mail_home = {{root}}/mail/%n
        mail_location = maildir:~/Maildir
        mail_uid = {{user}}
        mail_gid = {{group}}
        first_valid_uid = 1
        first_valid_gid = 1
        default_internal_user = {{user}}
        default_internal_group = {{group}}
        default_login_user = {{user}}
        mail_fsync = never
        mail_max_userip_connections = 50
        auth_mechanisms = plain login scram-sha-256 xoauth2 oauthbearer
        auth_failure_delay = 0
        disable_plaintext_auth = no
        ssl = yes
        ssl_cert = <{{root}}/tls/server.pem
        ssl_key = <{{root}}/tls/server.key
        passdb {
          driver = oauth2
          mechanisms = xoauth2 oauthbearer
          args = {{root}}/etc/oauth2.conf
        }
        passdb {
          driver = static
          mechanisms = plain login scram-sha-256
          args = password={{password}}
        }
        userdb {
          driver = static
          args = uid={{user}} gid={{group}} home={{root}}/mail/%n
        }
        namespace inbox {
          inbox = yes
          separator = /
        }
        service anvil {
          chroot =
          # Logins fail on purpose here, and must not be slowed down for it.
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }

        """;
}
