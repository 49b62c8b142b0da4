using System.Collections;
using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace JcaCop.Reading.Text;

/// <summary>Headers that are decoded when they are asked for: a mail has dozens, few of which anyone reads.</summary>
internal sealed class DecodedHeaders(Dictionary<string, Header> headers, Func<Header, string> decode) : IReadOnlyDictionary<string, string>
{
    public int Count => headers.Count;

    public IEnumerable<string> Keys => headers.Keys;

    public IEnumerable<string> Values => headers.Values.Select(decode);

    public string this[string key] => decode(headers[key]);

    public bool ContainsKey(string key) => headers.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = headers.TryGetValue(key, out var header) ? decode(header) : null;
        return header is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => headers.Select(pair => KeyValuePair.Create(pair.Key, decode(pair.Value))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
