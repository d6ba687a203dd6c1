// Where names stand: the index agrees with the stages that read a contract, and a name can be replaced by what it lists.
#include "conformance/texts.hpp"
#include "support/catch.hpp"
#include "support/read.hpp"

#include "redline/text/places/name_index.hpp"

#include <set>
#include <sstream>
#include <string>

namespace {

using namespace redline;
using namespace redline_test;
using text::name_index;
using text::name_place;
using text::named_thing;
using text::tag;

/// A text with its index.
struct indexed {
    std::string of;
    text::text_read sentences;
    name_index names;

    indexed(std::string text, text_format as) : of{std::move(text)}, sentences{redline_test::read(of, as)}
    {
        names = name_index{std::vector<text::syntax_view const*>{&sentences.syntax}};
    }
    indexed(indexed const&) = delete;
};

text_format format_of(conformance_text const& t)
{
    return t.as() == redline_test::format::literate ? text_format::literate : text_format::plain;
}
bool imports(indexed const& in) { return in.sentences.counts[tag::import_] != 0; }
bool has_templates(indexed const& in)
{
    return in.sentences.counts[tag::template_] != 0 || in.sentences.counts[tag::apply] != 0;
}

/// A name of the same length that stands nowhere in a text; nothing where there is none.
std::string fresh_name(std::string const& text, std::string_view like, bool label)
{
    std::string const first = label ? "123456789" : "abcdefghijklmnopqrstuvwxyz";
    for (char const c : first) {
        std::string name(like);
        for (char& n : name)
            if (n != '.') n = c;
        if (text.find(name) == text.npos && text::words.find(key_of(name), name) == nullptr) return name;
    }
    return {};
}
std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size())
        text.replace(at, what.size(), by);
    return text;
}

/// The lines of a dump, but for the digest, in the order of their text: the table of names is sorted by them.
std::multiset<std::string> lines_of(std::string const& dump)
{
    std::multiset<std::string> all;
    std::istringstream in{dump};
    for (std::string line; std::getline(in, line);)
        if (line.rfind("digest ", 0) != 0) all.insert(line);
    return all;
}

}  // namespace

TEST_CASE("the declarations of the index are those of the rule set, and what is mentioned is of a kind that is due")
{
    unsigned mentions = 0;
    for (conformance_text const& t : conformance_texts()) {
        if (!t.good) continue;
        indexed const in{t.text(), format_of(t)};
        if (imports(in) || has_templates(in)) continue;
        INFO(t.name());
        contract const c = t.load();
        REQUIRE(c.rules.text != nullptr);
        std::set<std::pair<std::uint32_t, std::uint32_t>> declared, known;
        for (symbol const& s : c.rules.symbols)
            if (s.kind != symbol_kind::nothing && s.name.source == 0) known.insert({s.name.offset, s.name.length});
        for (std::uint32_t i = 0; i != in.names.size(); ++i) {
            name_place const& p = in.names.place(i);
            if (p.declares) {
                // Of a path, the place is its last part.
                auto const length = static_cast<std::uint32_t>(p.name.size());
                declared.insert({p.end() - length, length});
                symbol const* const found = find_name(c.rules, p.space, p.name);
                if (found != nullptr) CHECK(found->kind == in.names.things()[p.symbol].kind);
                continue;
            }
            ++mentions;
            if (p.parent) continue;  // of a path that is declared, or of one that is counted whole
            INFO(p.name << " in line " << p.line);
            bool const built_in = p.space == name_space::fact_values && p.symbol == none;
            if (built_in) {
                CHECK(builtin_text.find(p.name) != builtin_text.npos);
                continue;
            }
            REQUIRE(p.symbol != none);
            named_thing const& thing = in.names.things()[p.symbol];
            if (thing.name == "lawful" && thing.declared == none) continue;
            CHECK(thing.declared != none);
            CHECK(text::kinds_due_at(p.is).has(thing.kind));
        }
        CHECK(declared == known);
    }
    CHECK(mentions > 500);
}

TEST_CASE("a name that is replaced in all of its places changes nothing else")
{
    unsigned tried = 0;
    for (conformance_text const& t : conformance_texts()) {
        if (!t.good) continue;
        indexed const in{t.text(), format_of(t)};
        if (imports(in)) continue;
        INFO(t.name());
        contract const before = t.load();
        std::string const said = result_of(before);
        for (named_thing const& thing : in.names.things()) {
            name_place const* const at = in.names.declaration(thing);
            if (at == nullptr || (thing.space == name_space::names && thing.name == "lawful")) continue;
            bool const label = thing.space == name_space::labels || thing.space == name_space::sections;
            std::string const old = in.of.substr(at->offset, at->length);
            std::string const fresh = fresh_name(in.of + said, old, label);
            // What a path behind a parameter is, depends on the argument: its names don't tell.
            bool const behind_parameter = (t.name() == "good/template_nested.redline" && old == "below") ||
                                          (t.name() == "good/template_parameters.redline" && old == "swarm");
            if (behind_parameter) continue;
            if (fresh.empty() || old.find("lawful") != old.npos) continue;
            std::string changed = in.of;
            for (std::uint32_t const i : thing.places) {
                name_place const& p = in.names.place(i);
                // Behind the label of an application, the last of the label is a template's own.
                changed.replace(p.end() - std::min(p.length, at->length), std::min(p.length, at->length), fresh);
            }
            if (label)
                for (std::uint32_t i = 0; i != in.names.size(); ++i) {
                    name_place const& p = in.names.place(i);
                    std::string_view const of = p.behind.empty() ? p.name : p.behind;
                    bool const below = p.behind.empty() && (p.space != name_space::labels || p.declares);
                    if (below || p.symbol == in.names.number_of(thing)) continue;
                    if (in.names.applies(of, p) != in.names.number_of(thing)) continue;
                    auto const from = static_cast<std::size_t>(of.data() - in.of.data());
                    changed.replace(from, fresh.size(), fresh);
                }
            INFO(old << " -> " << fresh << "\n" << changed);
            contract const after = load(changed, engine::walker, t.as(), t.warned ? warnings::yes : warnings::no);
            CHECK(after.ok == before.ok);
            CHECK(after.diagnostics.size == before.diagnostics.size);
            if (!label) CHECK(lines_of(replaced(result_of(after), fresh, old)) == lines_of(said));
            ++tried;
        }
    }
    CHECK(tried > 300);
}

TEST_CASE("places of a path are those of its parts, and the place of an offset is found")
{
    indexed const in{"contract \"x\" version 1;\nuse a;\nuse a.bb;\n1 permit all lawful uses;\n2 prohibit a.bb;\n",
                     text_format::plain};
    std::uint32_t const at = static_cast<std::uint32_t>(in.of.find("prohibit a.bb") + 9);
    name_place const* const first = in.names.at(0, at);
    name_place const* const second = in.names.at(0, at + 2);
    REQUIRE(first != nullptr);
    REQUIRE(second != nullptr);
    CHECK(first->name == "a");
    CHECK(first->parent);
    CHECK(first->length == 1);
    CHECK(second->name == "a.bb");
    CHECK(second->offset == at + 2);
    CHECK(second->length == 2);
    CHECK(in.names.at(0, at + 4) == second);
    CHECK(in.names.at(0, at + 5) == nullptr);
    CHECK(in.names.at(1, at) == nullptr);
    named_thing const* const use = in.names.find(name_space::uses, "a.bb");
    REQUIRE(use != nullptr);
    CHECK(use->places.size() == 2);
    CHECK(in.names.find(name_space::uses, "a")->places.size() == 3);
}

TEST_CASE("names of a text with broken sentences are there, those that they would have declared too")
{
    indexed const in{"contract \"x\" version 1;\nparty p;\nrole r of;\nuse u v;\n1 permit all lawful uses;\n"
                     "2 log all decisions to r;\n3 prohibit u when;\n4 prohibit u;\n",
                     text_format::plain};
    CHECK(in.names.find(name_space::names, "r")->kind == symbol_kind::role);
    CHECK(in.names.find(name_space::names, "r")->places.size() == 2);
    CHECK(in.names.find(name_space::uses, "u")->declared != none);
    CHECK(in.names.find(name_space::labels, "3")->kind == symbol_kind::label);
}
