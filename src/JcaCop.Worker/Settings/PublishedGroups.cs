using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Settings;

/// <summary>Whether the groups whose pages are published are groups of this deployment: that stands in another section.</summary>
internal sealed class PublishedGroups(IOptions<ServiceOptions> service) : IValidateOptions<PageOptions>
{
    public ValidateOptionsResult Validate(string? name, PageOptions options)
    {
        var known = service.Value.Groups.Keys;
        var wrong = options.Groups.Select((key, i) => (key, i)).Where(named => !known.Contains(named.key))
            .Select(named => $"Pages:Groups:{named.i}: no group '{named.key}' is set; known are {string.Join(", ", known)}").ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
