#include "fix.hpp"

#include "characters.hpp"
#include "replace_file.hpp"

#include "redline/core/nearest.hpp"
#include "redline/text/message.hpp"

namespace redline::tool {

namespace {

/// All of it is copied, as the contract that suggested it goes.
struct replacement_of : word_fix {
    std::string place;
};

/// Every try loads the contract once more; so many are tried at most for a file.
constexpr unsigned most_tries = 200;

constexpr bool in_a_word(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// Whether no other word of the text is as near to the wrong one as the one suggested.
bool is_sure(std::string_view text, std::string_view wrong, std::string_view right)
{
    constexpr unsigned far = 4;
    unsigned const distance = edit_distance(wrong, right, far);
    for (std::size_t at = 0; at < text.size();) {
        if (!in_a_word(text[at])) {
            ++at;
            continue;
        }
        std::size_t const from = at;
        while (at < text.size() && in_a_word(text[at])) ++at;
        std::string_view const word = text.substr(from, at - from);
        if (word != wrong && word != right && edit_distance(wrong, word, distance) <= distance) return false;
    }
    return distance < far;
}

/// The sure replacement that stands last before `before`, from what is wrong now; false where there is none.
bool last_sure(contract const& c, std::size_t before, std::string const& name, replacement_of& r)
{
    for (std::uint32_t i = c.diagnostics.size; i != 0; --i) {
        text::diagnostic const& d = c.diagnostics[i - 1];
        if (d.where.offset >= before || !suggested_fix(c, d, r) || !is_sure(c, r)) continue;
        r.place = printable(name) + ":" + std::to_string(d.where.line) + ":" + std::to_string(d.where.column);
        return true;
    }
    return false;
}

}  // namespace

bool suggested_fix(contract const& c, text::diagnostic const& d, word_fix& to)
{
    std::string_view const right = text::suggestion_of(d);
    bool const fits = d.is == text::code::unknown_name || d.is == text::code::unknown_value ||
                      d.is == text::code::unexpected;
    if (d.where.source != 0 || d.applied.line != 0) return false;
    if (!fits || right.empty() || c.text.size() < d.where.offset) return false;
    if (d.subject.empty() || c.text.substr(d.where.offset, d.where.length) != d.subject) return false;
    to.offset = d.where.offset;
    to.wrong = d.subject;
    to.right = right;
    return true;
}

bool is_sure(contract const& c, word_fix const& fix) { return is_sure(c.text, fix.wrong, fix.right); }

std::vector<std::string> fix_errors(std::string const& path, source& file, contract& c)
{
    std::vector<std::string> done;
    // From the end of the text to its start, so that what is replaced moves nothing that is still to come.
    replacement_of r;
    std::size_t before = file.text.size() + 1;
    for (unsigned tries = 0; tries < most_tries && last_sure(c, before, file.name, r); ++tries) {
        before = r.offset;
        std::string tried = file.text;
        tried.replace(r.offset, r.wrong.size(), r.right);
        contract const then = load_contract(tried, file.literate, severities::errors, file.name);
        if (then.diagnostics.size >= c.diagnostics.size) continue;
        file.text = std::move(tried);
        c = then;
        done.push_back(r.place + ": fixed: `" + printable(r.wrong) + "` is now `" + r.right + "`");
    }
    if (!done.empty()) replace_file(path, file.text);
    return done;
}

}  // namespace redline::tool
