#include "fix.hpp"

#include "characters.hpp"
#include "replace_file.hpp"

#include "redline/core/nearest.hpp"
#include "redline/text/message.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

/// Edits that mend one thing together. All is copied, as the contract that suggested it goes.
struct change {
    std::size_t offset = 0;  // where the first edit is
    std::vector<text_edit> edits;
    std::string told;
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

/// The sure change that stands last before `before`, from what is wrong now; false where there is none.
bool last_sure(contract const& c, std::size_t before, source const& file, change& to)
{
    hints mending;
    text_format const format = file.literate ? text_format::literate : text_format::plain;
    for (std::uint32_t i = c.diagnostics.size; i != 0; --i) {
        text::diagnostic const& d = c.diagnostics[i - 1];
        suggested_fix fix = fix_for(c, d, format, mending);
        if (!fix.sure || fix.edits.front().offset >= before) continue;
        to = {fix.edits.front().offset, fix.edits,
              printable(file.name) + ":" + std::to_string(d.where.line) + ":" + std::to_string(d.where.column) +
                  ": fixed: " + in_words(c.text, fix.edits, true)};
        return true;
    }
    return false;
}

}  // namespace

suggested_fix fix_for(contract const& c, text::diagnostic const& d, text_format format, hints& mending)
{
    if (d.where.source != 0 || d.applied.line != 0) return {};
    if (std::vector<text_edit> edits = mending.of(d, c.text, format).edits; !edits.empty())
        return {std::move(edits), true};
    std::string_view const right = text::suggestion_of(d);
    bool const fits = d.is == text::code::unknown_name || d.is == text::code::unknown_value ||
                      d.is == text::code::unexpected;
    if (!fits || right.empty() || d.subject.empty() || c.text.size() < d.where.offset) return {};
    if (c.text.substr(d.where.offset, d.where.length) != d.subject) return {};
    return {{{d.where.offset, d.where.length, std::string{right}}}, is_sure(c.text, d.subject, right)};
}

std::string in_words(std::string_view text, std::vector<text_edit> const& edits, bool done)
{
    std::string out;
    for (text_edit const& e : edits) {
        std::string const wrong = printable(text.substr(e.offset, e.length));
        std::string const right =
            printable(e.text.substr(0, std::max<std::size_t>(e.text.find_last_not_of(" \n") + 1, 1)));
        out += out.empty() ? "" : ", ";
        if (wrong.empty()) out += "put in `" + right + "`";
        else if (e.text.empty())
            out += (done ? "left out `" : "leave out `") + wrong.substr(0, wrong.find_last_not_of(' ') + 1) + "`";
        else if (done) out += "`" + wrong + "` is now `" + right + "`";
        else out += "replace `" + wrong + "` by `" + right + "`";
    }
    return out;
}

std::vector<std::string> fix_errors(std::string const& path, source& file, contract& c)
{
    std::vector<std::string> done;
    // From the end of the text to its start, so that what is replaced moves nothing that is still to come; and once more
    // after that, for what was hidden by what is mended now.
    change next;
    std::size_t before = file.text.size() + 1, done_before = 0;
    for (unsigned tries = 0; tries < most_tries && !c.ok; ++tries) {
        if (!last_sure(c, before, file, next)) {
            if (done.size() == done_before) break;
            done_before = done.size();
            before = file.text.size() + 1;
            continue;
        }
        before = next.offset;
        std::string tried = file.text;
        for (auto e = next.edits.rbegin(); e != next.edits.rend(); ++e) tried.replace(e->offset, e->length, e->text);
        contract const then = load_contract(tried, file.literate, severities::errors, file.name);
        if (then.diagnostics.size >= c.diagnostics.size) continue;
        file.text = std::move(tried);
        c = then;
        done.push_back(next.told);
    }
    if (!done.empty()) replace_file(path, file.text);
    return done;
}

}  // namespace redline::tool
