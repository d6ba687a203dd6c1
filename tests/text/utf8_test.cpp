// Characters of more than one byte, and escapes.
#include "redline/text/utf8.hpp"
#include "support/both.hpp"
#include "support/catch.hpp"

#include <string>
#include <string_view>

namespace {

using redline::text::read_character;
using redline::text::read_escape;

constexpr char32_t wrong = 0xFFFFFFFF;

/// The one character of a text that ends in NUL, or `wrong`.
constexpr char32_t character(std::string_view text)
{
    char32_t c = wrong;
    char const* const after = read_character(text.data(), c);
    return after == text.data() + text.size() ? c : wrong;
}
/// The character that a whole escape stands for, or `wrong`; the text ends in NUL.
constexpr char32_t escape(std::string_view text)
{
    char32_t c = wrong;
    char const* const after = read_escape(text.data(), c);
    return after == text.data() + text.size() ? c : wrong;
}
constexpr bool survives(char32_t c)
{
    char bytes[5] = {};
    auto const length = static_cast<std::size_t>(redline::text::write_character(c, bytes));
    return length > 1 ? character({bytes, length}) == c : static_cast<char32_t>(bytes[0]) == c;
}

}  // namespace

TEST_CASE("well-formed UTF-8 is read", "[text]")
{
    REDLINE_BOTH(character("\xC2\x80") == 0x80);
    REDLINE_BOTH(character("\xDF\xBF") == 0x7FF);
    REDLINE_BOTH(character("\xE0\xA0\x80") == 0x800);
    REDLINE_BOTH(character("\xED\x9F\xBF") == 0xD7FF);
    REDLINE_BOTH(character("\xEE\x80\x80") == 0xE000);
    REDLINE_BOTH(character("\xEF\xBF\xBF") == 0xFFFF);
    REDLINE_BOTH(character("\xF0\x90\x80\x80") == 0x10000);
    REDLINE_BOTH(character("\xF4\x8F\xBF\xBF") == 0x10FFFF);
}

TEST_CASE("ill-formed UTF-8 is not", "[text]")
{
    REDLINE_BOTH(character("\x80") == wrong);
    REDLINE_BOTH(character("\xBF") == wrong);
    REDLINE_BOTH(character("\xC3") == wrong);
    REDLINE_BOTH(character("\xC3\x28") == wrong);
    REDLINE_BOTH(character("\xC0\x80") == wrong);
    REDLINE_BOTH(character("\xC1\xBF") == wrong);
    REDLINE_BOTH(character("\xE0\x9F\xBF") == wrong);
    REDLINE_BOTH(character("\xE2\x82") == wrong);
    REDLINE_BOTH(character("\xE2\x28\xA1") == wrong);
    REDLINE_BOTH(character("\xED\xA0\x80") == wrong);
    REDLINE_BOTH(character("\xED\xBF\xBF") == wrong);
    REDLINE_BOTH(character("\xF0\x8F\xBF\xBF") == wrong);
    REDLINE_BOTH(character("\xF0\x9F\x98") == wrong);
    REDLINE_BOTH(character("\xF4\x90\x80\x80") == wrong);
    REDLINE_BOTH(character("\xF5\x80\x80\x80") == wrong);
    REDLINE_BOTH(character("\xFF") == wrong);
}

TEST_CASE("every character is written and read again", "[text]")
{
    std::size_t lost = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c)
        if (redline::text::is_scalar_value(c) && !survives(c)) ++lost;
    CHECK(lost == 0);
    REDLINE_BOTH(survives(U'é'));
    REDLINE_BOTH(!redline::text::is_scalar_value(0xD800));
    REDLINE_BOTH(!redline::text::is_scalar_value(0x110000));
}

TEST_CASE("escapes stand for characters", "[text]")
{
    REDLINE_BOTH(escape("\\\"") == U'"');
    REDLINE_BOTH(escape("\\\\") == U'\\');
    REDLINE_BOTH(escape("\\n") == U'\n');
    REDLINE_BOTH(escape("\\u{41}") == U'A');
    REDLINE_BOTH(escape("\\u{0}") == wrong);
    REDLINE_BOTH(escape("\\u{9}") == U'\t');
    REDLINE_BOTH(escape("\\u{1f600}") == 0x1F600);
    REDLINE_BOTH(escape("\\u{10FFFF}") == 0x10FFFF);
    REDLINE_BOTH(escape("\\u{0000E9}") == 0xE9);
}

TEST_CASE("what is no escape stands for nothing", "[text]")
{
    for (char const* const text : {"\\", "\\t", "\\x41", "\\u", "\\u41", "\\u{}", "\\u{41", "\\u{", "\\u{g}",
                                   "\\u{110000}", "\\u{D800}", "\\u{0000041}", "\\u{202E}", "\\u{ 41}"}) {
        INFO(text);
        CHECK(escape(text) == wrong);
    }
}

TEST_CASE("characters that change the order of others are known", "[text]")
{
    for (char32_t const c : {0x202Au, 0x202Eu, 0x2066u, 0x2069u, 0x200Eu, 0x200Fu, 0x061Cu})
        CHECK(redline::text::reorders_text(c));
    for (char32_t const c : {0x2029u, 0x202Fu, 0x2065u, 0x206Au, 0x41u}) CHECK_FALSE(redline::text::reorders_text(c));
    CHECK(redline::text::starts_with_byte_order_mark("\xEF\xBB\xBF"));
    CHECK_FALSE(redline::text::starts_with_byte_order_mark("\xEF\xBB"));
}
