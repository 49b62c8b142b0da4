using System.Net;
using MailKit;
using MailKit.Security;

namespace JcaCop.Post.MailServers;

/// <summary>What a mail server is shown to be let in. Password and token file are read anew for every sign-in, so that a changed one needs no restart.</summary>
/// <param name="password">Counts where <paramref name="passwordFile"/> is not set.</param>
public sealed class Credentials(SignIn signIn, string? user, string? password, string? passwordFile, TokenOptions token)
{
    private readonly AccessToken accessToken = new(token);

    /// <summary>
    /// One mechanism, not user and password: MailKit would try every one that the server offers in turn, and a wrong password
    /// sent four times locks accounts.
    /// </summary>
    /// <param name="server">Connected, not signed in.</param>
    /// <exception cref="MailServerException">A secret cannot be had, or the server takes none of this kind.</exception>
    public async Task<SaslMechanism> ChooseAsync(IMailService server, string host, CancellationToken stop)
    {
        if (signIn == SignIn.XOAuth2) return new SaslMechanismOAuth2(user!, await accessToken.GetAsync(stop).ConfigureAwait(false));
        if (signIn == SignIn.OAuthBearer) return new SaslMechanismOAuthBearer(user!, await accessToken.GetAsync(stop).ConfigureAwait(false));
        var login = new NetworkCredential(user, string.IsNullOrWhiteSpace(passwordFile) ? password ?? "" : SecretFile.FirstLine("PasswordFile", passwordFile));
        var offered = server.AuthenticationMechanisms;
        if (offered.Contains("SCRAM-SHA-256")) return new SaslMechanismScramSha256(login);
        if (offered.Contains("PLAIN")) return new SaslMechanismPlain(login);
        if (offered.Contains("LOGIN")) return new SaslMechanismLogin(login);
        throw new MailServerException(MailServerStep.SignIn,
            $"{host} takes no password; it offers {(offered.Count > 0 ? string.Join(", ", offered) : "no sign-in at all")}. Set SignIn to XOAuth2 or OAuthBearer, or to None for a relay that knows this machine.");
    }

    /// <summary>What went wrong with it, for a person to mend.</summary>
    /// <param name="protocol">What the server must allow this user, as SMTP.</param>
    public MailServerException Refused(string host, SaslMechanism mechanism, string protocol, Exception error) =>
        new(MailServerStep.SignIn,
            $"{host} does not let {user} in ({mechanism.MechanismName}): {error.Message.TrimEnd('.', ' ')}. Check user, {(signIn == SignIn.Password ? "password" : "token")} and whether the server allows {protocol} for it.", error);
}
