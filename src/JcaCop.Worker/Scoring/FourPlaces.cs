using System.Numerics;

namespace JcaCop.Worker.Scoring;

/// <summary>Rounds to four decimal places by the exact value of the number, halves to the even: as <c>round(x, 4)</c> of the corpus's scorer does.</summary>
internal static class FourPlaces
{
    private const int Scale = 10_000;

    public static double Round(double value)
    {
        if (value <= 0 || !double.IsFinite(value)) return value;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7ff) - 1075;
        var mantissa = new BigInteger((bits & 0xfffffffffffffL) | (exponent == -1075 ? 0 : 0x10000000000000L)) * Scale;
        if (exponent >= 0) return value;
        var divisor = BigInteger.One << -exponent;
        var whole = BigInteger.DivRem(mantissa, divisor, out var rest);
        var twice = rest * 2;
        if (twice > divisor || (twice == divisor && !whole.IsEven)) whole++;
        return (double)whole / Scale;
    }
}
