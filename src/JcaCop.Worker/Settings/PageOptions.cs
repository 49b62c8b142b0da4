using System.ComponentModel.DataAnnotations;
using JcaCop.Post.Pages;

namespace JcaCop.Worker.Settings;

/// <summary>Which of the register is published as pages, and where. Section <c>Pages</c>.</summary>
public sealed class PageOptions : IValidatableObject
{
    /// <summary>Folder that a web server shows; relative to the data directory. Null: the service writes no pages by itself.</summary>
    public string? Folder { get; set; }

    /// <summary>Where that folder is reached: <c>https://www.example.org/coordination/</c>. Without it there is no site map, and search engines are not told which pages are one in several languages.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Keys of the groups that are published. Empty: all.</summary>
    public IList<string> Groups { get; } = [];

    /// <summary>Parts beside the home page and the one on how to take part. Empty: all.</summary>
    public IList<PageSection> Sections { get; } = [];

    /// <summary>Whether persons who hold seats are named, with their function. Default true.</summary>
    public bool PersonNames { get; set; } = true;

    /// <summary>Whether their mail addresses are shown. Default false.</summary>
    public bool EmailAddresses { get; set; }

    /// <summary>Whether the files of documents can be fetched, beside their numbers and titles. Default false.</summary>
    public bool Files { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseUrl is { Length: > 0 } && (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length > 0 || address.Fragment.Length > 0))
            yield return new ValidationResult($"'{BaseUrl}' is no address like https://www.example.org/coordination/", [nameof(BaseUrl)]);
    }

    public PagePolicy ToPolicy() => new()
    {
        Shown = Sections.Count == 0 ? new HashSet<PageSection>(Enum.GetValues<PageSection>()) : [.. Sections],
        PersonNames = PersonNames,
        EmailAddresses = EmailAddresses,
        BaseUrl = BaseUrl is { Length: > 0 } address ? new Uri(address).AbsoluteUri.TrimEnd('/') + "/" : null,
    };
}
