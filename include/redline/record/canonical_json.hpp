// JSON in the one form that RFC 8785 gives each value: what is hashed and signed is the same bytes wherever it is written.
#pragma once

#include "../text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redline::inline v0_1::record {

/// A value that canonical JSON can't hold: a number that is none or too large, a text that is no UTF-8, a name that stands
/// twice.
struct no_canonical_json : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The largest integer that JSON keeps exactly everywhere (RFC 7493): 2^53 - 1.
inline constexpr std::uint64_t largest_json_integer = (std::uint64_t{1} << 53) - 1;

namespace detail {

/// Internal: takes the character that a text begins with off it; throws where that is no UTF-8.
inline char32_t take_character(std::string_view& text)
{
    char bytes[5] = {};
    for (std::size_t i = 0; i < 4 && i < text.size(); ++i) bytes[i] = text[i];
    auto value = static_cast<char32_t>(static_cast<unsigned char>(bytes[0]));
    char const* const end = value < 0x80 ? bytes + 1 : text::read_character(bytes, value);
    if (end == nullptr) throw no_canonical_json{"a text is not UTF-8"};
    text.remove_prefix(static_cast<std::size_t>(end - bytes));
    return value;
}

/// Internal: the UTF-16 code units of a character, the first in the upper half, so that numbers compare as units do.
constexpr std::uint32_t utf16_of(char32_t c) noexcept
{
    auto const value = static_cast<std::uint32_t>(c);
    if (value < 0x10000) return value << 16;
    return (0xD800 + ((value - 0x10000) >> 10)) << 16 | (0xDC00 + ((value - 0x10000) & 0x3FF));
}

}  // namespace detail

/// The order of members, RFC 8785 section 3.2.3: by UTF-16 code units, which is not that of the bytes of UTF-8. Linear, does
/// not allocate. Throws `no_canonical_json` where a name is no UTF-8.
inline bool stands_before(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        std::uint32_t const x = detail::utf16_of(detail::take_character(a));
        std::uint32_t const y = detail::utf16_of(detail::take_character(b));
        if (x != y) return x < y;
    }
    return a.empty() && !b.empty();
}

/// Appends a string, RFC 8785 section 3.2.2.2: nothing is escaped but quotes, backslashes and control characters. Throws
/// `no_canonical_json` where the text is no UTF-8; what was appended by then is to be dropped.
inline void append_canonical(std::string& to, std::string_view text)
{
    constexpr char digits[] = "0123456789abcdef";
    to += '"';
    while (!text.empty()) {
        // As many as need nothing, at once.
        std::size_t plain = 0;
        while (plain != text.size()) {
            auto const c = static_cast<unsigned char>(text[plain]);
            if (c < 0x20 || c == '"' || c == '\\' || c >= 0x80) break;
            ++plain;
        }
        to.append(text.data(), plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        auto const c = static_cast<unsigned char>(text[0]);
        if (c >= 0x80) {
            std::string_view const from = text;
            detail::take_character(text);
            to.append(from.data(), from.size() - text.size());
            continue;
        }
        constexpr std::string_view short_forms = "\"\"\\\\\bb\ff\nn\rr\tt";
        std::size_t at = 0;
        while (at < short_forms.size() && static_cast<unsigned char>(short_forms[at]) != c) at += 2;
        to += '\\';
        if (at < short_forms.size()) to += short_forms[at + 1];
        else to.append("u00").append(1, digits[c >> 4]).append(1, digits[c & 15]);
        text.remove_prefix(1);
    }
    to += '"';
}

/// Appends an integer. Throws `no_canonical_json` where it is larger than `largest_json_integer`: others would read another
/// number.
inline void append_canonical(std::string& to, std::uint64_t number)
{
    if (number > largest_json_integer) throw no_canonical_json{"an integer is larger than 2^53 - 1"};
    char text[24];
    to.append(text, std::to_chars(text, text + sizeof text, number).ptr);
}

/// Appends a number as ECMAScript writes it, RFC 8785 section 3.2.2.3: the shortest digits that give it back. Throws
/// `no_canonical_json` for what is no number or not finite.
inline void append_canonical(std::string& to, double number)
{
    if (!(number - number == 0)) throw no_canonical_json{"a number is not finite"};
    if (number == 0) {
        to += '0';  // minus nought, too
        return;
    }
    char text[40];
    char const* const end = std::to_chars(text, text + sizeof text, number, std::chars_format::scientific).ptr;
    std::string_view rest{text, static_cast<std::size_t>(end - text)};
    if (rest[0] == '-') {
        to += '-';
        rest.remove_prefix(1);
    }
    std::size_t const e = rest.find('e');
    std::string digits{rest.substr(0, 1)};
    if (e > 2) digits += rest.substr(2, e - 2);
    int power = 0;
    std::size_t const sign = e + 1;
    std::from_chars(rest.data() + sign + 1, rest.data() + rest.size(), power);
    int const point = (rest[sign] == '-' ? -power : power) + 1;  // how many digits stand before it
    int const count = static_cast<int>(digits.size());
    auto const zeros = [&](int n) { to.append(static_cast<std::size_t>(n), '0'); };
    auto const some = [&](int from, int n) {
        to.append(digits, static_cast<std::size_t>(from), static_cast<std::size_t>(n));
    };
    if (count <= point && point <= 21) {
        some(0, count);
        zeros(point - count);
    }
    else if (0 < point && point <= 21) {
        some(0, point);
        to += '.';
        some(point, count - point);
    }
    else if (-6 < point && point <= 0) {
        to += "0.";
        zeros(-point);
        some(0, count);
    }
    else {
        some(0, 1);
        if (count > 1) {
            to += '.';
            some(1, count - 1);
        }
        to += point > 0 ? "e+" : "e-";
        to += std::to_string(point > 0 ? point - 1 : 1 - point);
    }
}

/// An object whose members are given in any order and written in theirs. Allocates.
class canonical_object {
public:
    /// Adds a member whose value is canonical JSON already.
    canonical_object& raw(std::string_view name, std::string value)
    {
        members_.emplace_back(std::string{name}, std::move(value));
        return *this;
    }
    /// Adds a member that is a string or a number. Throws `no_canonical_json`.
    template <class Value>
    canonical_object& add(std::string_view name, Value const& value)
    {
        std::string text;
        append_canonical(text, value);
        return raw(name, std::move(text));
    }
    /// Whether nothing was added yet.
    bool empty() const noexcept { return members_.empty(); }
    /// Appends the object, in n log n. Throws `no_canonical_json` where a name stands twice or is no UTF-8.
    void append_to(std::string& to)
    {
        std::sort(members_.begin(), members_.end(),
                  [](auto const& a, auto const& b) { return stands_before(a.first, b.first); });
        to += '{';
        for (std::size_t i = 0; i != members_.size(); ++i) {
            if (i != 0 && members_[i].first == members_[i - 1].first)
                throw no_canonical_json{"a member stands twice: " + members_[i].first};
            if (i != 0) to += ',';
            append_canonical(to, std::string_view{members_[i].first});
            to += ':';
            to += members_[i].second;
        }
        to += '}';
    }
    /// The object as a text of its own.
    std::string text()
    {
        std::string out;
        append_to(out);
        return out;
    }

private:
    std::vector<std::pair<std::string, std::string>> members_;
};

}  // namespace redline::inline v0_1::record
