// The name of a contract in C++: whether one may be used, and which a file's name comes to.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace redline::inline v0_1::emit {

/// A name in C++: the namespaces that it stands in, outermost first, and its last part.
struct qualified_name {
    std::vector<std::string> namespaces;
    std::string last;
};

/// Whether a word has a meaning of its own in C++20.
inline bool is_keyword(std::string_view word) noexcept
{
    static constexpr std::string_view keywords[] = {
        "alignas",     "alignof",  "and",        "and_eq",    "asm",       "auto",         "bitand",
        "bitor",       "bool",     "break",      "case",      "catch",     "char",         "char16_t",
        "char32_t",    "char8_t",  "class",      "co_await",  "co_return", "co_yield",     "compl",
        "concept",     "const",    "const_cast", "consteval", "constexpr", "constinit",    "continue",
        "decltype",    "default",  "delete",     "do",        "double",    "dynamic_cast", "else",
        "enum",        "explicit", "export",     "extern",    "false",     "float",        "for",
        "friend",      "goto",     "if",         "inline",    "int",       "long",         "mutable",
        "namespace",   "new",      "noexcept",   "not",       "not_eq",    "nullptr",      "operator",
        "or",          "or_eq",    "private",    "protected", "public",    "register",     "reinterpret_cast",
        "requires",    "return",   "short",      "signed",    "sizeof",    "static",       "static_assert",
        "static_cast", "struct",   "switch",     "template",  "this",      "thread_local", "throw",
        "true",        "try",      "typedef",    "typeid",    "typename",  "union",        "unsigned",
        "using",       "virtual",  "void",       "volatile",  "wchar_t",   "while",        "xor",
        "xor_eq"};
    return std::find(std::begin(keywords), std::end(keywords), word) != std::end(keywords);
}

constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Why a word is no identifier that a program may declare, as the end of a sentence; empty where it is one.
inline std::string why_no_identifier(std::string_view word)
{
    auto const stands_in_one = [](char c) { return is_letter(c) || is_digit(c); };
    if (word.empty()) return "nothing stands where a name is expected";
    if (is_digit(word[0])) return "a name begins with a letter, not with a digit";
    if (!std::all_of(word.begin(), word.end(), stands_in_one))
        return "a name has letters (a to z, A to Z), digits and `_` only";
    if (is_keyword(word)) return "`" + std::string{word} + "` is a keyword of C++";
    if (word.find("__") != std::string_view::npos ||
        (word.size() > 1 && word[0] == '_' && word[1] >= 'A' && word[1] <= 'Z'))
        return "C++ keeps names that hold `__`, or begin with `_` and a capital, to itself";
    return {};
}

/// Takes a name apart, such as `acme::frontier`. Where it is none that a program may declare, `wrong` says why; the
/// namespaces `redline` and `std` are taken, and so are their names.
inline qualified_name read_name(std::string_view name, std::string& wrong)
{
    qualified_name read;
    wrong.clear();
    for (;;) {
        std::size_t const end = name.find("::");
        std::string_view const part = name.substr(0, end);
        wrong = why_no_identifier(part);
        if (wrong.empty() && read.namespaces.empty() && (part == "redline" || part == "std"))
            wrong = "`" + std::string{part} + "` is a namespace of somebody else";
        if (!wrong.empty()) return {};
        if (end == std::string_view::npos) {
            read.last = part;
            return read;
        }
        read.namespaces.emplace_back(part);
        name.remove_prefix(end + 2);
    }
}

/// The name that a contract has where none is given: that of its file, without folders and what stands behind the first
/// `.`, each character that stands in no identifier as `_`. It may be none that C++ takes.
inline std::string name_of_file(std::string_view path)
{
    path.remove_prefix(path.find_last_of('/') + 1);
    std::string name{path.substr(0, path.find('.'))};
    for (char& c : name)
        if (!is_letter(c) && !is_digit(c)) c = '_';
    return name;
}

}  // namespace redline::inline v0_1::emit
