using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace JcaCop.Post.Letters.Wording;

/// <summary>What a template may do with a value of a letter, told from the value's type alone, so that a template is checked before there is a letter.</summary>
internal abstract record LetterShape
{
    private static readonly ConcurrentDictionary<Type, LetterShape> Known = new();

    private LetterShape() { }

    /// <summary>May be written, and asked for with <c>#if</c> where it may be null or zero.</summary>
    public sealed record Text : LetterShape;

    /// <summary>May only be asked for.</summary>
    public sealed record Truth : LetterShape;

    /// <summary>An enumeration: its members may be asked for (<c>purpose.consultation</c>).</summary>
    public sealed record Choice(IReadOnlyList<string> Names) : LetterShape;

    public sealed record Row(IReadOnlyDictionary<string, Member> Members) : LetterShape;

    public sealed record List(LetterShape Element) : LetterShape;

    /// <summary>A value of a row.</summary>
    public sealed record Member(Lazy<LetterShape> Shape, Func<object, object?> Read);

    public static LetterShape Of(Type type) => Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, Make);

    public static string NameOf(string property) => char.ToLowerInvariant(property[0]) + property[1..];

    private static LetterShape Make(Type type)
    {
        if (type == typeof(bool)) return new Truth();
        if (type.IsEnum) return new Choice([.. Enum.GetNames(type).Select(NameOf)]);
        if (type == typeof(string) || type == typeof(int) || type == typeof(DateOnly) || type == typeof(LetterValue) || type == typeof(Prose) || type == typeof(WebLink)
            || type == typeof(Bar) || type == typeof(BareText) || typeof(Shown).IsAssignableFrom(type)) return new Text();
        if (typeof(IEnumerable).IsAssignableFrom(type))
            return new List(Of(type.GetInterfaces().Append(type).First(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0]));
        if (type.Assembly != typeof(LetterShape).Assembly) throw new TemplateException($"Letters know no value of type {type}.");
        return new Row(type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.DeclaringType != typeof(Letter) && property.GetIndexParameters().Length == 0)
            .ToDictionary(property => NameOf(property.Name), property => new Member(new(() => Of(property.PropertyType)), Reader(property))));
    }

    /// <summary>Compiled: letters are made by the thousand.</summary>
    private static Func<object, object?> Reader(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(row, property.DeclaringType!), property), typeof(object)), row).Compile();
    }
}
