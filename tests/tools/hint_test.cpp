// Hints wherever a diagnostic may stand: their edits lie within the text, one behind another.
#include "hint/forms.hpp"
#include "hint/hint.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

#include <string>

namespace {

using namespace redline_test;
using redline::tool::form_of;
using redline::tool::hint;
using redline::tool::hints;
using redline::text::code;

constexpr code hinted[] = {code::unexpected,       code::no_contract,       code::stray_character,
                           code::unclosed_string,  code::bad_date,          code::bad_label,
                           code::unclosed_block,   code::unknown_name,      code::wrong_kind,
                           code::label_twice,      code::unknown_value,     code::value_of_wrong_type,
                           code::needs_value,      code::flag_has_no_value, code::quorum_too_large,
                           code::scenario_differs, code::assertion_broken};

/// Whether edits can be made together: they lie within the text, in its order, and overlap nowhere.
bool can_be_made(hint const& h, std::string const& text)
{
    std::size_t behind = 0;
    for (auto const& e : h.edits) {
        if (e.offset < behind || e.offset + e.length > text.size()) return false;
        behind = e.offset + e.length;
    }
    return true;
}

}  // namespace

TEST_CASE("hints: whatever is wrong at whichever place, edits lie within the text", "[tools]")
{
    std::size_t given = 0, edited = 0, at_texts = 0;
    for (path const& file : files_in(source_dir() / "grammar/conformance/bad", {".redline"})) {
        std::string const text = read_file(file);
        if (++at_texts % 8 != 0 || text.find('\0') != std::string::npos) continue;
        hints mending;
        for (std::uint32_t offset = 0; offset <= text.size(); ++offset)
            for (code const is : hinted) {
                redline::text::diagnostic d;
                d.is = is;
                auto const length =
                    static_cast<std::uint32_t>(std::min<std::size_t>(text.size() - offset, 1 + offset % 5));
                d.where = {offset, length, 1, 1, 0};
                d.subject = std::string_view{text}.substr(offset, length);
                // Nothing is expected, or some terminals, as if the grammar had said so.
                if (offset % 3 != 0) d.expected.bits[0] = d.expected.bits[1] = ~std::uint64_t{0} << offset % 64;
                hint const h = mending.of(d, text, redline::text_format::plain);
                given += h.help.empty() ? 0u : 1u;
                edited += h.edits.empty() ? 0u : 1u;
                if (can_be_made(h, text)) continue;
                CAPTURE(text, offset, static_cast<unsigned>(is), h.help);
                FAIL("edits that can't be made");
            }
    }
    CHECK(given > 1000);
    CHECK(edited > 100);
}

TEST_CASE("hints: none for texts of more than a MiB", "[tools]")
{
    std::string text = "contract \"T\" version 1; 1 permit all lawful uses";
    redline::text::diagnostic d;
    d.is = code::no_contract;
    d.where = {0, 8, 1, 1, 0};
    hints mending;
    CHECK_FALSE(mending.of(d, text, redline::text_format::plain).help.empty());
    std::string const longer = text + std::string((std::size_t{1} << 20) - text.size(), ' ');
    CHECK_FALSE(mending.of(d, longer, redline::text_format::plain).help.empty());
    CHECK(mending.of(d, longer + " ", redline::text_format::plain).help.empty());
}

TEST_CASE("hints: every kind of sentence has a form in the language reference", "[tools]")
{
    for (char const* word :
         {"contract", "section", "party",      "role",    "authority", "use",      "mission", "fact",    "safeguard",
          "evidence", "event",   "define",     "permit",  "prohibit",  "restrict", "require", "trigger", "log",
          "audit",    "duty",    "continuity", "signoff", "stage",     "scenario", "assert"}) {
        INFO(word);
        std::string const form = form_of(word);
        CHECK(form.find(std::string{"`"} + word + " ") == 0);
        CHECK(form.back() == '`');
    }
    CHECK(form_of("restrict") == "`restrict SCOPE [ when CONDITION ] to CONDITION`");
    CHECK(form_of("role") == "`role NAME ( of PARTY | independent ) [ STRING ] ;`");
    CHECK(form_of("duty") ==
          "`duty PARTY-OR-ROLE NAME every DURATION` or `duty PARTY-OR-ROLE NAME within DURATION of EVENT`");
    CHECK(form_of("hours").empty());
    CHECK(form_of("").empty());
}
