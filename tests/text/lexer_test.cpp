// Tokens at their corners: what each stretch of text is, and what is told of one that is nothing.
#include "redline/text/lexer.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"

#include <string>
#include <vector>

namespace {

using namespace redline::text;

/// The tokens of a text, `kind:spelling` or `kind:spelling=value`, and its diagnostics without their words.
struct lexed {
    explicit lexed(std::string const& source)
    {
        std::vector<diagnostic> memory(100);
        problems wrong{source.c_str(), memory.data(), 100};
        lexer from{0, redline::none, 1, wrong};
        for (;;) {
            token t;
            from.next(t);
            end = t;
            if (t.is == terminal::end) break;
            tokens += (tokens.empty() ? "" : " ") + std::string{spelling(t, source.c_str())};
            all.push_back(t);
        }
        for (std::uint32_t i = 0; i < wrong.found.size; ++i)
            codes += (codes.empty() ? "" : " ") + redline_test::dump(memory[i].where) + ":" +
                     std::string{text_of(memory[i].is).view()};
    }
    std::string tokens, codes;
    std::vector<token> all;
    token end{};
};

token only(std::string const& source)
{
    lexed const l{source};
    INFO(source << ": " << l.tokens << " " << l.codes);
    REQUIRE(l.all.size() == 1);
    CHECK(l.codes.empty());
    return l.all.front();
}

std::string told(std::string const& source) { return lexed{source}.codes; }

}  // namespace

TEST_CASE("names, words and paths", "[text]")
{
    CHECK(only("urgent").is == terminal::name);
    CHECK(only("_").is == terminal::name);
    CHECK(only("_9").is == terminal::name);
    CHECK(only("Permit").is == terminal::name);
    CHECK(only("permits").is == terminal::name);
    CHECK(only("permit").is == terminal::permit);
    CHECK(only("permit").classes == 0);
    CHECK(only("continuity").is == terminal::continuity);
    CHECK(only("independent").is == terminal::independent);
    CHECK(only("independents").is == terminal::name);
    CHECK(only("lawful").classes == (is_name | is_path | is_request_path));
    CHECK(only("unlisted").classes == is_request_path);
    CHECK(only("other").classes == 0);
    CHECK(only("weeks").value == 10080);
    CHECK(only("week").is == terminal::unit);
    CHECK(only("a.b").is == terminal::path);
    CHECK(only("a.lawful").is == terminal::path);
    CHECK(only("lawful.a").is == terminal::path);
    CHECK(only("a.other").classes == is_request_path);
    CHECK(only("a.b.other").is == terminal::other_path);
    CHECK(only("a.b").value == redline::key_of("a.b"));
    CHECK(only("surveillance.mass_collection.of_everybody").value ==
          redline::key_of("surveillance.mass_collection.of_everybody"));
}

TEST_CASE("reserved words in paths are told where they stand", "[text]")
{
    CHECK(told("a.permit") == "1:3+6:RL0110");
    CHECK(told("permit.a") == "1:1+6:RL0110");
    CHECK(told("a.other.b") == "1:3+5:RL0110");
    CHECK(told("other.a") == "1:1+5:RL0110");
    CHECK(told("a.days.other") == "1:3+4:RL0110");
    CHECK(told("a.unlisted") == "1:3+8:RL0110");
}

TEST_CASE("integers, to the largest", "[text]")
{
    CHECK(only("0").value == 0);
    CHECK(only("18446744073709551615").value == ~std::uint64_t{0});
    CHECK(only("10_000").value == 10000);
    CHECK(only("1_2_3").value == 123);
    CHECK(only("007").value == 7);
    CHECK(only("10^0").value == 1);
    CHECK(only("10^19").value == 10000000000000000000u);
    CHECK(only("10^06").value == 1000000);
    CHECK(only("12").classes == (is_integer | is_label));
    CHECK(only("0").classes == (is_integer | is_label));
    CHECK(only("012").classes == is_integer);
    CHECK(only("1_0").classes == is_integer);
    CHECK(only("10^1").classes == is_integer);
    CHECK(told("18446744073709551616") == "1:1+20:RL0107");
    CHECK(told("10^20") == "1:1+5:RL0107");
    CHECK(told("10^4294967297") == "1:1+13:RL0107");
    CHECK(told("1__0") == "1:1+4:RL0106");
    CHECK(told("1_") == "1:1+2:RL0106");
    CHECK(told("2^3") == "1:1+3:RL0106");
    CHECK(told("1_0^3") == "1:1+5:RL0106");
    CHECK(told("10^") == "1:1+3:RL0106");
}

TEST_CASE("labels and dates", "[text]")
{
    CHECK(only("2.1").is == terminal::label);
    CHECK(only("4.10.3").classes == is_label);
    CHECK(only("1.0.0").is == terminal::label);
    CHECK(told("02.1") == "1:1+4:RL0109");
    CHECK(told("2.01") == "1:1+4:RL0109");
    CHECK(told("2.00") == "1:1+4:RL0109");
    CHECK(told("2. a") == "1:1+2:RL0109");
    CHECK(told("2.a") == "1:1+3:RL0109");
    CHECK(told("2..1") == "1:1+4:RL0109");
    CHECK(told("2.1.") == "1:1+4:RL0109");
    CHECK(told("a.1") == "1:1+3:RL0109");
    CHECK(only("2026-03-01").is == terminal::date);
    CHECK(only("2026-03-01").value == 20513);
    CHECK(static_cast<std::int32_t>(static_cast<std::uint32_t>(only("1969-12-31").value)) == -1);
    for (char const* const date :
         {"2026-02-30", "2026-3-1", "20260301-", "2026-03-01-", "2026-", "1-1-1", "02026-03-01"})
        CHECK(told(date) == "1:1+" + std::to_string(std::string{date}.size()) + ":RL0108");
}

TEST_CASE("strings end on their line", "[text]")
{
    CHECK(only("\"\"").is == terminal::string);
    CHECK((only("\"a b\"").classes & has_escape) == 0);
    CHECK((only("\"a\\n\"").classes & has_escape) != 0);
    CHECK(only("\"\\\"\"").length == 4);
    CHECK(only("\"\xC3\xA9\t# ; {\"").is == terminal::string);
    CHECK(told("\"open") == "1:1+5:RL0104");
    CHECK(told("\"") == "1:1+1:RL0104");
    CHECK(told("\"a\nb\"") == "1:1+2:RL0104 2:2+1:RL0104");
    CHECK(told("\"a\r\n\"\"") == "1:1+2:RL0104");
    CHECK(told("\"\\q\"") == "1:2+2:RL0105");
    CHECK(told("\"\\u{D800}\"") == "1:2+8:RL0105");
    CHECK(told("\"\\u{41\"") == "1:2+5:RL0105");
    CHECK(told("\"\\u\"") == "1:2+2:RL0105");
    CHECK(told("\"\\\n\"\"") == "1:1+2:RL0104");
    CHECK(told("\"\\\xC3\xA9\"") == "1:2+1:RL0105");
    CHECK(told("\"\x01\"") == "1:2+1:RL0102");
    CHECK(told("\"\x7F\"") == "1:2+1:RL0102");
    CHECK(told("\"\xFF\"") == "1:2+1:RL0101");
    CHECK(told("\"\xED\xA0\x80\"") == "1:2+3:RL0101");
    CHECK(told("\xF4\x90\x80\x80") == "1:1+4:RL0101");
    CHECK(told("\"\xE2\x80\xAE\"") == "1:2+3:RL0111");
}

TEST_CASE("comments run to the end of their line", "[text]")
{
    CHECK(lexed{"a # b ; \"\nc"}.tokens == "a c");
    CHECK(lexed{"# only"}.tokens.empty());
    CHECK(lexed{"#"}.codes.empty());
    CHECK(lexed{"# \xC3\xA9\r\na"}.tokens == "a");
    CHECK(told("# \xFF") == "1:3+1:RL0101");
    CHECK(told("# \xE2\x81\xA6") == "1:3+3:RL0111");
    CHECK(told("# \x02") == "1:3+1:RL0102");
}

TEST_CASE("what starts no token is told and stepped over", "[text]")
{
    CHECK(lexed{"a$b"}.tokens == "a b");
    CHECK(told("a$b") == "1:2+1:RL0103");
    CHECK(told("\xC2\xA0") == "1:1+2:RL0103");
    CHECK(told("a\x01") == "1:2+1:RL0102");
    CHECK(told("\x7F") == "1:1+1:RL0102");
    CHECK(told("\xFF") == "1:1+1:RL0101");
    CHECK(told("a. b") == "1:2+1:RL0103");
    CHECK(lexed{"{ } ( ) ; , : <"}.all.size() == 8);
}

TEST_CASE("columns count characters, lines count line feeds", "[text]")
{
    CHECK(told("\"\xC3\xA9\xF0\x9F\x98\x80\" $") == "1:6+1:RL0103");
    CHECK(told("a\r\nb\r\n  $") == "3:3+1:RL0103");
    CHECK(told("\xEF\xBB\xBF$") == "1:1+1:RL0103");
    CHECK(told("\xEF\xBB\xBF\n$") == "2:1+1:RL0103");
    CHECK(told("$\xEF\xBB\xBF") == "1:1+1:RL0103 1:2+3:RL0103");
    lexed const l{"a b\nc\n\n d"};
    REQUIRE(l.all.size() == 4);
    CHECK((l.all[0].first_on_line && !l.all[1].first_on_line && l.all[2].first_on_line && l.all[3].first_on_line));
    CHECK((l.all[0].line == 1 && l.all[2].line == 2 && l.all[3].line == 4 && l.end.line == 4));
}
