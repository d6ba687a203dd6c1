#include "json.hpp"

namespace redline::tool::lsp {

namespace {

[[noreturn]] void wrong(char const* name, char const* what)
{
    throw request_error{error_code::invalid_params, "expected a member `" + std::string{name} + "` that is " + what};
}

}  // namespace

json const& member(json const& of, char const* name)
{
    if (!of.is_object() || !of.contains(name)) wrong(name, "there");
    return of.at(name);
}

std::string const& string_member(json const& of, char const* name)
{
    json const& found = member(of, name);
    if (!found.is_string()) wrong(name, "a string");
    return found.get_ref<std::string const&>();
}

std::int64_t integer_member(json const& of, char const* name)
{
    json const& found = member(of, name);
    if (!found.is_number_integer()) wrong(name, "an integer");
    return found.get<std::int64_t>();
}

bool flag_member(json const& of, char const* name, bool otherwise)
{
    if (!of.is_object() || !of.contains(name)) return otherwise;
    json const& found = of.at(name);
    if (!found.is_boolean()) wrong(name, "true or false");
    return found.get<bool>();
}

bool can(json const& capabilities, char const* pointer)
{
    json const found = capabilities.is_object() ? capabilities.value(json::json_pointer{pointer}, json{}) : json{};
    return found.is_boolean() && found.get<bool>();
}

}  // namespace redline::tool::lsp
