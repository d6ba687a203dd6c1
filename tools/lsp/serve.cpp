#include "serve.hpp"

#include "server.hpp"

#include <csignal>
#include <cstdlib>

namespace redline::tool {

int serve_editor()
{
    // An editor that goes away is no reason to die in the middle of an answer.
    std::signal(SIGPIPE, SIG_IGN);
    lsp::server server;
    int const status = server.run();
    // Nobody waits for a proof that is on its way.
    if (server.busy()) std::_Exit(status);
    return status;
}

}  // namespace redline::tool
