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
finding finding_of(std::vector<source const*> const& files, array_view<contract_source> imported, amended_diagnostic d,
                   hints& mending)
{
    std::string elsewhere;
    if (d.related.line != 0 && d.related_document != d.document) {
        elsewhere = "; " + std::string{why_related(d.is)} + " at " + printable(files[d.related_document]->name) + ":" +
                    std::to_string(d.related.line) + ":" + std::to_string(d.related.column);
    }
    contract c;
    c.text = files[d.document]->text;
    c.sources = imported;
    finding f = tool::finding_of(files[d.document]->name, c, d, mending);
    if (elsewhere.empty()) return f;
    f.message += elsewhere;
    f.related_message.clear();
    return f;
}

/// What is wrong, of a result that has the diagnostics; `imported` tells the texts that the contract of one imports.
template <class Result, class Imported>
amended_text shown(Result&& result, std::vector<source const*> const& files, Imported imported)
{
    auto const kept = std::make_shared<std::decay_t<Result> const>(std::forward<Result>(result));
    amended_text to;
    to.text = kept->text();
    hints mending;
    for (amended_diagnostic const& d : kept->diagnostics())
        to.wrong.push_back({finding_of(files, imported(*kept, d), d, mending), files[d.document]->text});
    to.owner = kept;
    return to;
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
    return shown(apply_amendments(base.text, options_for(base.name, base.literate), texts), files,
                 [](consolidated_contract const& made, amended_diagnostic const&) { return made.sources(); });
}

amended_text write_amendment_of(source const& before, source const& after)
{
    written_amendment made = write_amendment(before.text, options_for(before.name, before.literate), after.text,
                                             options_for(after.name, after.literate));
    bool const exact = made.exact();
    amended_text to =
        shown(std::move(made), {&before, &after},
              [](written_amendment const& of, amended_diagnostic const& d) { return of.sources(d.document); });
    to.exact = exact;
    return to;
}

bool is_amendment(source const& file) { return redline::is_amendment(file.text, format_of(file)); }

std::vector<finding> findings_of_amendment(source const& file)
{
    consolidated_contract const checked = check_amendment(file.text, format_of(file));
    std::vector<finding> found;
    hints mending;
    for (amended_diagnostic const& d : checked.diagnostics())
        found.push_back(finding_of({&file, &file}, {}, d, mending));
    return found;
}

}  // namespace redline::tool
