using System.Text;
using JcaCop.Worker.Commands;

// Terminals of six languages: what is printed is UTF-8, whatever the machine's code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args, Console.Out, Console.Error);
