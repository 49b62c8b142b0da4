using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

public class ItemFieldsTests
{
    [Fact]
    public void The_line_of_an_item_names_what_is_so_and_leaves_out_what_is_not() =>
        Assert.Equal("Ida Holm, role supposed", ItemFields.Summary("""{"type":"representative","person":{"name":"Ida Holm"},"roleSupposed":true,"letters":false,"confidence":0.9}"""));
}
