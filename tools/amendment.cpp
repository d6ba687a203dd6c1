#include "amendment.hpp"

#include "characters.hpp"

#include "redline/text/amend/write.hpp"

namespace redline::tool {

namespace {

text_format format_of(source const& s) { return s.literate ? text_format::literate : text_format::plain; }

std::string_view why_related(text::code c)
{
    switch (c) {
    case text::code::nothing_there: return "struck";
    case text::code::there_already: return "it is";
    case text::code::struck_in_use: return "used";
    case text::code::declared_twice:
    case text::code::wrong_kind: return "declared";
    default: return "see";
    }
}

/// A related place in another file is told in words, since a finding is of one file.
finding finding_of(std::vector<source const*> const& files, amended_diagnostic d)
{
    std::string elsewhere;
    if (d.related.line != 0 && d.related_document != d.document) {
        elsewhere = "; " + std::string{why_related(d.is)} + " at " + printable(files[d.related_document]->name) + ":" +
                    std::to_string(d.related.line) + ":" + std::to_string(d.related.column);
    }
    finding f = tool::finding_of(files[d.document]->name, files[d.document]->text, d);
    if (elsewhere.empty()) return f;
    f.message += elsewhere;
    f.related_message.clear();
    return f;
}

std::vector<finding_in> findings_in(std::vector<source const*> const& files, array_view<amended_diagnostic> all)
{
    std::vector<finding_in> found;
    for (amended_diagnostic const& d : all) found.push_back({finding_of(files, d), files[d.document]->text});
    return found;
}

}  // namespace

amended_text consolidate(source const& base, std::vector<source> const& amendments)
{
    std::vector<source const*> files{&base};
    std::vector<amendment_text> texts;
    for (source const& a : amendments) {
        files.push_back(&a);
        texts.push_back({a.text, format_of(a)});
    }
    consolidated_contract const made = apply_amendments(base.text, format_of(base), texts);
    return {std::string{made.text()}, findings_in(files, made.diagnostics()), true};
}

amended_text write_amendment_of(source const& before, source const& after)
{
    written_amendment const made = write_amendment(before.text, format_of(before), after.text, format_of(after));
    return {std::string{made.text()}, findings_in({&before, &after}, made.diagnostics()), made.exact()};
}

bool is_amendment(source const& file) { return redline::is_amendment(file.text, format_of(file)); }

std::vector<finding> findings_of_amendment(source const& file)
{
    consolidated_contract const checked = check_amendment(file.text, format_of(file));
    std::vector<finding> found;
    for (amended_diagnostic const& d : checked.diagnostics()) found.push_back(finding_of({&file, &file}, d));
    return found;
}

}  // namespace redline::tool
