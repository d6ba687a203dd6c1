// `redline lsp`: the language server.
#pragma once

namespace redline::tool {

/// Serves an editor on standard input and output until it says `exit`, or its end is reached; gives the exit status that the
/// Language Server Protocol asks for: 0 where it was told to shut down before, else 1.
int serve_editor();

}  // namespace redline::tool
