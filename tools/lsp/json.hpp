// JSON as the language server reads and writes it.
#pragma once

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>

namespace redline::tool::lsp {

using json = nlohmann::json;

/// The codes of errors; JSON-RPC 2.0 and the Language Server Protocol, "Base types".
enum class error_code : int {
    parse_error = -32700,
    invalid_request = -32600,
    method_not_found = -32601,
    invalid_params = -32602,
    internal_error = -32603,
    not_initialized = -32002,
    request_failed = -32803,
    request_cancelled = -32800,
};

/// Why a request is not answered.
struct request_error : std::runtime_error {
    request_error(error_code is, std::string const& why) : std::runtime_error{why}, code{is} {}
    error_code code;
};

/// Members of parameters; each throws `invalid_params` where it is not there, or is no such thing.
json const& member(json const& of, char const* name);
std::string const& string_member(json const& of, char const* name);
std::int64_t integer_member(json const& of, char const* name);
/// The same of a member that may be left out.
bool flag_member(json const& of, char const* name, bool otherwise);

/// A member of a member … of what a client says it can do; false where it says nothing.
bool can(json const& capabilities, char const* pointer);

}  // namespace redline::tool::lsp
