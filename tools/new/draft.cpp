#include "draft.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

/// A string of the language.
std::string quoted(std::string_view text)
{
    std::string out{"\""};
    for (char const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out += '"';
}

void replace_all(std::string& in, std::string_view mark, std::string_view by)
{
    for (std::size_t at = 0; (at = in.find(mark, at)) != std::string::npos; at += by.size())
        in.replace(at, mark.size(), by);
}

/// The text of a library's file without the header, which a file has and a template in a contract has not.
std::string template_of(std::string_view name)
{
    for (unsigned i = 0; i < library_file_count; ++i) {
        if (library_files[i].name != name) continue;
        std::string_view const text = library_files[i].text;
        std::size_t const header = text.find("\ncontract ");
        if (header == std::string_view::npos) return std::string{text};
        std::size_t const behind = text.find('\n', header + 1);
        return std::string{text.substr(0, header + 1)}.append(text.substr(behind + 1));
    }
    return {};
}

class draft_writer {
public:
    explicit draft_writer(draft const& d) : d_{d} {}

    std::string written()
    {
        header();
        declarations();
        baseline();
        for (std::size_t i = 0; i < d_.chosen.size(); ++i) limit_section(i);
        records();
        scenarios();
        for (limit const* const l : d_.chosen) out_ += "\n" + template_of(l->name);
        return std::move(out_);
    }

private:
    std::string const& user() const { return d_.parties.front().name; }
    std::string const& provider() const { return d_.parties[d_.parties.size() > 1 ? 1 : 0].name; }
    static std::string number_of_limit(std::size_t i) { return std::to_string(i + 2); }
    std::string filled(std::string_view text, std::size_t i) const
    {
        std::string out{text};
        replace_all(out, "@n@", number_of_limit(i));
        replace_all(out, "@user@", user());
        replace_all(out, "@provider@", provider());
        replace_all(out, "@given@", given());
        return out;
    }
    /// What every scenario gives: a day on which the contract is in effect, and that it is lawful.
    std::string given(bool lawful = true) const
    {
        return (d_.effective_from.empty() ? "" : "date " + d_.effective_from + ", ") +
               (lawful ? "lawful" : "not lawful");
    }
    void header()
    {
        out_ += "redline 1;\n\n# Begun by `redline new`. What it says is a starting point: names, numbers and terms "
                "are yours to change;\n"
                "# `redline check` and `redline test` say whether it still holds together.\n";
        out_ += "contract " + quoted(d_.title) + " version 1" +
                (d_.effective_from.empty() ? "" : " effective from " + d_.effective_from) + ";\n\n";
    }
    void declarations()
    {
        for (new_party const& p : d_.parties)
            out_ += "party " + p.name + (p.description.empty() ? "" : " " + quoted(p.description)) + ";\n";
        out_ += "\nrole counsel of " + user() +
                " \"Says what is lawful\";\nrole overseer independent \"Is told, and audits\";\n";
        for (std::size_t i = 0; i < d_.chosen.size(); ++i) out_ += of_kind(filled(d_.chosen[i]->declarations, i), true);
        out_ += "\nuse analysis \"Ordinary work with what is lawfully held\";\n";
        std::string others;
        for (std::size_t i = 0; i < d_.chosen.size(); ++i)
            others += of_kind(filled(d_.chosen[i]->declarations, i), false);
        out_ += others + "\nfact lawful is flag from counsel \"Counsel has said that the use is lawful\";\n\n";
    }
    /// The roles among some declarations, or all others; each stands on a line.
    static std::string of_kind(std::string const& declarations, bool roles)
    {
        std::string out;
        for (std::size_t at = 0; at < declarations.size();) {
            std::size_t const end = declarations.find('\n', at) + 1;
            std::string const line = declarations.substr(at, end - at);
            if ((line.rfind("role ", 0) == 0) == roles) out += line;
            at = end;
        }
        return out;
    }
    void baseline()
    {
        out_ += "section 1 \"Baseline\";\n";
        if (!d_.permits_nothing_else) {
            out_ += "1 permit all lawful uses;\n";
            return;
        }
        out_ += "1 permit nothing else;\n1.1 permit analysis";
        for (limit const* const l : d_.chosen)
            if (!l->uses.empty()) out_.append(", ").append(l->uses);
        out_ += " when lawful;\n";
    }
    void limit_section(std::size_t i)
    {
        std::string const n = number_of_limit(i);
        out_ += "\nsection " + n + " " + quoted(d_.chosen[i]->title) + ";\n" + n + " " + filled(d_.chosen[i]->term, i) +
                "\n";
    }
    void records()
    {
        std::string const n = number_of_limit(d_.chosen.size());
        out_ += "\nsection " + n + " \"Records\";\n" + n + ".1 log paused, prohibited to overseer";
        for (std::size_t i = 0; i < d_.parties.size(); ++i) out_ += i == 0 ? "" : ", " + d_.parties[i].name;
        out_ += " within 3 days keep 5 years;\n" + n + ".2 audit by overseer on 30 days notice;\n\n";
    }
    void scenarios()
    {
        out_ += "scenario \"Ordinary work\" { given use analysis, " + given() + "; expect permitted; }\n";
        out_ += "scenario \"What counsel calls unlawful\" { given use analysis, " + given(false) +
                "; expect prohibited by 1; }\n";
        out_ += "scenario \"A use that nobody thought of\" { given use unlisted, " + given() + "; expect " +
                (d_.permits_nothing_else ? "prohibited by 1" : "permitted by 1") + "; }\n";
        for (std::size_t i = 0; i < d_.chosen.size(); ++i) out_ += "\n" + filled(d_.chosen[i]->scenarios, i);
    }

    draft const& d_;
    std::string out_;
};

}  // namespace

std::string text_of(draft const& d) { return draft_writer{d}.written(); }

}  // namespace redline::tool
