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

/// Whether a place is an application of a template, which begins with its label, and no word within a template.
bool is_application(std::string_view text, text::place const& p)
{
    std::string_view const spelled = text.substr(p.offset, p.length);
    return !spelled.empty() && spelled[0] >= '0' && spelled[0] <= '9' &&
           spelled.find_first_of(" \t\n\r#") != spelled.npos;
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
    case text::code::argument_count: return "the template is declared here";
    case text::code::argument_does_not_fit: return "the parameter is this";
    case text::code::parameter_twice: return "the first is here";
    case text::code::parameter_of_two_kinds: return "it stands first here";
    case text::code::template_circle: return "declared here";
    case text::code::changed_twice: return "first changed here";
    default: return "see here";
    }
}

}  // namespace

finding finding_of(std::string const& file, contract const& c, text::diagnostic const& d, hints& mending)
{
    auto const name_of = [&](text::place const& p) {
        return p.source == 0 ? file : std::string{c.sources[p.source].name};
    };
    auto const text_of = [&](text::place const& p) { return p.source == 0 ? c.text : c.sources[p.source].text; };
    finding f;
    f.file = name_of(d.where);
    f.text = text_of(d.where);
    f.code = text::text_of(d.is).view();
    f.error = text::severity_of(d.is) == text::severity::error;
    f.from = {d.where.line, d.where.column};
    f.to = end_of(f.text, d.where);
    f.offset = d.where.offset;
    f.length = d.where.length;
    // The request that breaks an assertion may be of any length, and is shown whole.
    std::string memory(text::message_room + d.detail.size(), '\0');
    text::message_writer message{memory.data(), static_cast<std::uint32_t>(memory.size())};
    text::write_message(message, d);
    f.suggestion = text::suggestion_of(d);
    f.message = printable(message.text());
    if (!f.suggestion.empty()) f.message.resize(std::min(f.message.size(), f.message.rfind("; did you mean ")));
    // Of what was found within an application of a template, the place is the template's: what is wrong may be the argument.
    if (d.applied.line == 0) {
        bool const literate = f.file.size() > 3 && f.file.compare(f.file.size() - 3, 3, ".md") == 0;
        hint h = mending.of(d, f.text, literate ? text_format::literate : text_format::plain);
        f.help = printable(h.help);
        f.edits = std::move(h.edits);
        // Of a word that does not fit, a hint knows more than which word is near.
        if (f.suggestion.empty() || (d.is == text::code::unexpected && !f.help.empty())) f.suggestion = h.suggestion;
    }
    if (d.related.line != 0) {
        f.related_message = why_related(d.is);
        f.related_from = {d.related.line, d.related.column};
        f.related_file = name_of(d.related);
        f.related_text = text_of(d.related);
        f.related_to = end_of(f.related_text, d.related);
        f.related_offset = d.related.offset;
        f.related_length = d.related.length;
    }
    if (d.applied.line != 0) {
        f.applied.message = is_application(text_of(d.applied), d.applied) ? "the template is applied here"
                                                                          : "it stands for this, in the template";
        f.applied.file = name_of(d.applied);
        f.applied.text = text_of(d.applied);
        f.applied.from = {d.applied.line, d.applied.column};
        f.applied.to = end_of(f.applied.text, d.applied);
        f.applied.offset = d.applied.offset;
        f.applied.length = d.applied.length;
    }
    return f;
}

std::vector<finding> findings_of(source const& s, contract const& c)
{
    std::vector<finding> all;
    all.reserve(c.diagnostics.size);
    hints mending;
    for (text::diagnostic const& d : c.diagnostics) all.push_back(finding_of(s.name, c, d, mending));
    return all;
}

std::string whole_message(finding const& f)
{
    std::string whole = f.suggestion.empty() ? f.message : f.message + "; did you mean `" + f.suggestion + "`?";
    if (!f.help.empty()) whole.append(f.suggestion.empty() ? ". To mend it: " : " To mend it: ").append(f.help);
    return whole;
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
