#include "finding.hpp"

#include "characters.hpp"

#include "redline/text/message.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

/// The first position behind a place.
position end_of(std::string_view text, text::place at)
{
    position end{at.line, at.column};
    std::string_view span = text.substr(std::min<std::size_t>(at.offset, text.size()), at.length);
    while (!span.empty()) {
        character const c = first_character(span);
        if (c.value == U'\n') end = {end.line + 1, 1};
        else ++end.column;
        span.remove_prefix(c.bytes);
    }
    return end;
}

std::string why_related(text::code c)
{
    switch (c) {
    case text::code::declared_twice: return "first declared here";
    case text::code::label_twice:
    case text::code::section_twice:
    case text::code::two_baselines: return "the first is here";
    case text::code::wrong_kind: return "declared here";
    case text::code::unclosed_block: return "opened here";
    case text::code::mixed_and_or: return "beside this";
    case text::code::changed_twice: return "first changed here";
    default: return "see here";
    }
}

}  // namespace

finding finding_of(std::string const& file, std::string_view text, text::diagnostic const& d)
{
    finding f;
    f.file = file;
    f.code = text::text_of(d.is).view();
    f.error = text::severity_of(d.is) == text::severity::error;
    f.from = {d.where.line, d.where.column};
    f.to = end_of(text, d.where);
    f.offset = d.where.offset;
    f.length = d.where.length;
    // The request that breaks an assertion may be of any length, and is shown whole.
    std::string memory(text::message_room + d.detail.size(), '\0');
    text::message_writer message{memory.data(), static_cast<std::uint32_t>(memory.size())};
    text::write_message(message, d);
    f.suggestion = text::suggestion_of(d);
    f.message = printable(message.text());
    if (!f.suggestion.empty()) f.message.resize(std::min(f.message.size(), f.message.rfind("; did you mean ")));
    if (d.related.line != 0) {
        f.related_message = why_related(d.is);
        f.related_from = {d.related.line, d.related.column};
        f.related_to = end_of(text, d.related);
        f.related_offset = d.related.offset;
        f.related_length = d.related.length;
    }
    return f;
}

std::vector<finding> findings_of(source const& s, contract const& c)
{
    std::vector<finding> all;
    all.reserve(c.diagnostics.size);
    for (text::diagnostic const& d : c.diagnostics) all.push_back(finding_of(s.name, c.text, d));
    return all;
}

std::string whole_message(finding const& f)
{
    return f.suggestion.empty() ? f.message : f.message + "; did you mean `" + f.suggestion + "`?";
}

std::size_t count_errors(std::vector<finding> const& all)
{
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](finding const& f) { return f.error; }));
}

std::string counts_in_words(std::vector<finding> const& all)
{
    std::size_t const errors = count_errors(all);
    std::size_t const warnings = all.size() - errors;
    auto const counted = [](std::size_t count, std::string const& one) {
        return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
    };
    std::string const text = errors == 0 ? "no errors" : counted(errors, "error");
    return warnings == 0 ? text : text + ", " + counted(warnings, "warning");
}

}  // namespace redline::tool
