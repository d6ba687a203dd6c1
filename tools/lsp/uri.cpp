#include "uri.hpp"

#include <filesystem>
#include <system_error>

namespace redline::tool::lsp {

namespace {

int digit(char c) noexcept
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string path_of_uri(std::string_view uri)
{
    constexpr std::string_view scheme = "file://";
    if (uri.substr(0, scheme.size()) != scheme) return {};
    uri.remove_prefix(scheme.size());
    std::size_t const root = uri.find('/');
    if (root == uri.npos) return {};
    uri.remove_prefix(root);  // a host stands before it, mostly none
    std::string path;
    for (std::size_t i = 0; i != uri.size(); ++i) {
        bool const escaped = uri[i] == '%' && i + 2 < uri.size() && digit(uri[i + 1]) >= 0 && digit(uri[i + 2]) >= 0;
        if (!escaped) path += uri[i];
        else {
            path += static_cast<char>(digit(uri[i + 1]) * 16 + digit(uri[i + 2]));
            i += 2;
        }
    }
    return path.find('\0') == path.npos ? path : std::string{};
}

std::string uri_of_path(std::string_view path)
{
    std::string uri = "file://";
    for (char const c : path) {
        constexpr std::string_view plain = "/-._~";
        bool const as_it_is = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              plain.find(c) != plain.npos;
        constexpr char digits[] = "0123456789ABCDEF";
        auto const byte = static_cast<unsigned char>(c);
        if (as_it_is) uri += c;
        else uri.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
    return uri;
}

std::string real_path(std::string const& path)
{
    std::error_code wrong;
    std::filesystem::path const real = std::filesystem::weakly_canonical(path, wrong);
    return wrong || path.empty() ? path : real.string();
}

}  // namespace redline::tool::lsp
