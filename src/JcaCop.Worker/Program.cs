using JcaCop.Worker.Commands;

return args is ["read", .. var rest] ? ReadCommand.Run(rest) : 2;
