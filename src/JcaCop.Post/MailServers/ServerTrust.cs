using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace JcaCop.Post.MailServers;

/// <summary>Decides whether a server's certificate is believed, where a private authority stands in place of the system's list.</summary>
public sealed class ServerTrust
{
    private readonly X509Certificate2Collection roots = [];

    /// <param name="rootCertificateFile">PEM, one certificate or more.</param>
    /// <exception cref="MailServerException">The file cannot be read or holds no certificate.</exception>
    public ServerTrust(string rootCertificateFile)
    {
        try
        {
            roots.ImportFromPemFile(rootCertificateFile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new MailServerException(MailServerStep.Secret, $"RootCertificateFile {rootCertificateFile} cannot be read: {error.Message}", error);
        }
        if (roots.Count == 0)
            throw new MailServerException(MailServerStep.Secret, $"RootCertificateFile {rootCertificateFile} holds no certificate in PEM form");
    }

    /// <summary>The name must fit, and the chain must end in one of the roots. Revocation is not asked: a private authority rarely publishes it.</summary>
    public bool Believes(X509Certificate? certificate, X509Chain? offered, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (offered is not null)
            foreach (var element in offered.ChainElements)
                chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        using var server = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(server);
    }
}
