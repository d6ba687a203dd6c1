#include "new.hpp"

#include "draft.hpp"

#include "../characters.hpp"
#include "../contract.hpp"
#include "../finding.hpp"
#include "../layout.hpp"
#include "../output.hpp"
#include "../replace_file.hpp"
#include "../status.hpp"
#include "../try/line_reader.hpp"

#include "redline/core/duration.hpp"
#include "redline/core/nearest.hpp"

#include <algorithm>
#include <iterator>

#include <sys/stat.h>
#include <unistd.h>

namespace redline::tool {

namespace {

std::vector<std::string> items_of(std::string_view text)
{
    std::vector<std::string> all;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t const end = std::min(text.find(',', at), text.size());
        std::string_view const item = trimmed(text.substr(at, end - at));
        if (!item.empty()) all.emplace_back(item);
        at = end + 1;
    }
    return all;
}

/// A limit by its name or its number; null where there is none, and why in `why`.
limit const* limit_named(std::string const& name, std::string& why)
{
    for (std::size_t i = 0; i < std::size(limits); ++i)
        if (name == limits[i].name || name == std::to_string(i + 1)) return &limits[i];
    nearest_name nearest{name};
    for (limit const& l : limits) nearest.consider(l.name);
    why = "`" + printable(name) + "` is no limit of the library; ";
    why += nearest.best().empty() ? "`redline new --list` shows them"
                                  : "did you mean `" + std::string{nearest.best()} + "`?";
    return nullptr;
}

std::string list_of_limits()
{
    std::string out;
    for (std::size_t i = 0; i < std::size(limits); ++i) {
        std::string name{limits[i].name};
        name.resize(std::max<std::size_t>(name.size(), 20), ' ');
        out += "  " + std::to_string(i + 1) + "  " + name + " " + std::string{limits[i].about} + "\n";
    }
    return out;
}

new_party party_of(std::string_view text)
{
    std::size_t const between = text.find('=');
    if (between == std::string_view::npos) return {std::string{trimmed(text)}, {}};
    return {std::string{trimmed(text.substr(0, between))}, std::string{trimmed(text.substr(between + 1))}};
}

/// What is wrong with a draft, or nothing: the contract that it makes is read as any other.
std::string wrong_with(draft const& d)
{
    std::string const text = text_of(d);
    contract const c = load_contract(text, false);
    if (c.ok) return {};
    source const file{"new", text, false};
    for (finding const& f : findings_of(file, c))
        if (f.error) return whole_message(f);
    return "it makes no valid contract";
}

/// What is wrong with a title, or with a name for a party, before all else is known.
std::string wrong_with_title(std::string const& title)
{
    return title.empty() ? "a title is needed" : wrong_with({title, {{"a_party", {}}}, false, {}, {}});
}
std::string wrong_with_parties(std::vector<new_party> const& parties)
{
    if (parties.empty()) return "a party is needed";
    // With all limits, so that no name is one that a limit declares.
    draft all{"Title", parties, false, {}, {}};
    for (limit const& l : limits) all.chosen.push_back(&l);
    return wrong_with(all);
}

/// Asks for what the command line left out. An answer that will not do is asked for again.
class interview {
public:
    interview(new_options& o, draft& d) : o_{o}, d_{d} {}

    void hold()
    {
        complain("A new contract. An empty answer takes what stands in brackets.\n");
        if (d_.title.empty())
            ask("Title", {}, [&](std::string const& a) {
                std::string why = wrong_with_title(a);
                if (why.empty()) d_.title = a;
                return why;
            });
        if (d_.parties.empty()) {
            complain(
                "Parties: who uses the systems, then who provides them, with commas; `agency=Contracting agency` says\n"
                "what a party is called.\n");
            ask("Parties", "agency, vendor", [&](std::string const& a) {
                std::vector<new_party> parties;
                for (std::string const& item : items_of(a)) parties.push_back(party_of(item));
                std::string why = wrong_with_parties(parties);
                if (why.empty()) d_.parties = std::move(parties);
                return why;
            });
        }
        if (o_.baseline.empty()) {
            complain("Baseline: `lawful` permits all lawful uses but those that a term limits, `nothing` permits "
                     "nothing but\n"
                     "what a term permits.\n");
            ask("Baseline", "lawful", [&](std::string const& a) { return take_baseline(a); });
        }
        if (o_.limits.empty()) {
            complain("Limits, by number or name, with commas; `none` for none:\n" + list_of_limits());
            ask("Limits", "none", [&](std::string const& a) { return take_limits(a); });
        }
        if (o_.output.empty())
            ask("File", default_file(), [&](std::string const& a) {
                o_.output = a;
                return std::string{};
            });
    }

private:
    template <class Take>
    void ask(std::string const& what, std::string const& otherwise, Take const& take)
    {
        for (;;) {
            complain(what + (otherwise.empty() ? "" : " [" + otherwise + "]") + "> ");
            std::optional<std::string> const line = lines_.next();
            if (!line) {
                complain("\n");
                throw failure{"the input ended before all was said; nothing was written"};
            }
            std::string answer{trimmed(*line)};
            if (::isatty(STDIN_FILENO) != 1) complain(printable(answer) + "\n");
            if (answer.empty()) answer = otherwise;
            std::string const why = take(answer);
            if (why.empty()) return;
            complain(printable(why) + "\n");
        }
    }
    std::string take_baseline(std::string const& a)
    {
        if (a == "lawful" || a == "nothing") {
            d_.permits_nothing_else = a == "nothing";
            return {};
        }
        nearest_name nearest{a};
        nearest.consider("lawful");
        nearest.consider("nothing");
        return "expected `lawful` or `nothing`" +
               (nearest.best().empty() ? "" : "; did you mean `" + std::string{nearest.best()} + "`?");
    }
    std::string take_limits(std::string const& a)
    {
        d_.chosen.clear();
        std::string why;
        if (a == "none") return why;
        for (std::string const& item : items_of(a)) {
            limit const* const l = limit_named(item, why);
            if (l == nullptr) return why;
            if (std::find(d_.chosen.begin(), d_.chosen.end(), l) == d_.chosen.end()) d_.chosen.push_back(l);
        }
        return why;
    }
    /// The title as the name of a file.
    std::string default_file() const
    {
        std::string name;
        for (char const c : d_.title) {
            bool const upper = c >= 'A' && c <= 'Z';
            bool const kept = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (kept) name += static_cast<char>(upper ? c - 'A' + 'a' : c);
            else if (!name.empty() && name.back() != '_') name += '_';
        }
        while (!name.empty() && name.back() == '_') name.pop_back();
        return (name.empty() ? "contract" : name) + ".redline";
    }

    new_options& o_;
    draft& d_;
    line_reader lines_;
};

bool is_there(std::string const& path)
{
    struct stat about {};
    return ::lstat(path.c_str(), &about) == 0;
}

void refuse_to_overwrite(new_options const& o)
{
    if (o.output.empty() || o.output == "-" || o.force || !is_there(o.output)) return;
    throw failure{o.output + " is there already; `--force` writes over it"};
}

}  // namespace

int begin_contract(new_options const& given)
{
    if (given.list) {
        print(list_of_limits());
        return fine;
    }
    new_options o = given;
    draft d{o.title, {}, o.baseline == "nothing", {}, o.effective_from};
    for (std::string const& p : o.parties) d.parties.push_back(party_of(p));
    for (std::string const& name : o.limits) {
        std::string why;
        limit const* const l = limit_named(name, why);
        if (l == nullptr) throw failure{why};
        if (std::find(d.chosen.begin(), d.chosen.end(), l) == d.chosen.end()) d.chosen.push_back(l);
    }
    day_number day = 0;
    if (!o.effective_from.empty() && !read_date(o.effective_from, day))
        throw failure{"--effective-from `" + printable(o.effective_from) + "`: expected a real day, as YYYY-MM-DD"};
    refuse_to_overwrite(o);
    if (d.title.empty() || d.parties.empty()) interview{o, d}.hold();
    refuse_to_overwrite(o);

    if (std::string const why = wrong_with(d); !why.empty()) {
        complain("redline new: " + printable(why) + "\n");
        return not_valid;
    }
    laid_out const result = lay_out_source({"new", text_of(d), false});
    if (!result.text) throw failure{"the new contract can't be laid out"};
    if (o.output.empty() || o.output == "-") print(*result.text);
    else {
        replace_file(o.output, *result.text);
        complain(printable(o.output) + ": begun; `redline check " + printable(o.output) + "` and `redline test " +
                 printable(o.output) + "` say how it stands\n");
    }
    return fine;
}

}  // namespace redline::tool
