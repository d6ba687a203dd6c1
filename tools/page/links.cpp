#include "links.hpp"

#include "redline/core/names.hpp"

namespace redline::tool::page {

std::string id_of_use(std::string_view path) { return std::string{"use-"}.append(path); }
std::string id_of_mission(std::string_view path) { return std::string{"mission-"}.append(path); }
std::string id_of_name(std::string_view name) { return std::string{"name-"}.append(name); }
std::string id_of_chain(std::string_view name) { return std::string{"signoff-"}.append(name); }
std::string id_of_term(std::string_view label) { return std::string{"term-"}.append(label); }

namespace {

using text::terminal;

/// What stands before a token in its statement.
struct context {
    terminal before = terminal::none;         // just before it
    terminal keyword = terminal::none;        // the last word of the language before it, `is not` being one
    bool of_any = false;                      // that is the `of` of `any of` or `one of`
    bool of_mission = false, of_use = false;  // `mission is not …`, `use …`
};

context context_of(text::token const* first, text::token const* at)
{
    context c;
    if (at != first) c.before = at[-1].is;
    for (text::token const* t = at; t != first;) {
        --t;
        if (static_cast<std::uint8_t>(t->is) < text::first_word || t->is == terminal::unit) continue;
        c.keyword = t->is;
        c.of_any = t->is == terminal::of && t != first && (t[-1].is == terminal::any || t[-1].is == terminal::one);
        if (t->is == terminal::not_ && t != first && t[-1].is == terminal::is) c.keyword = (--t)->is;
        if (t->is == terminal::is && t != first) --t;
        c.of_mission = t->is == terminal::mission;
        c.of_use = t->is == terminal::use;
        break;
    }
    return c;
}

/// Whether what stands there is a value of a fact, a level, a stage or a template: such lead nowhere.
bool is_value(context const& c, terminal statement)
{
    if (c.of_mission || c.of_use) return false;
    if (c.before == terminal::stage || c.before == terminal::template_) return true;
    if (statement == terminal::signoff) return false;
    switch (c.keyword) {
    case terminal::is:
    case terminal::has:
    case terminal::level:
    case terminal::least:
    case terminal::most: return true;
    default: return c.of_any;
    }
}

bool before_uses(terminal keyword)
{
    switch (keyword) {
    case terminal::use:
    case terminal::for_:
    case terminal::permit:
    case terminal::prohibit:
    case terminal::restrict:
    case terminal::continuity:
    case terminal::except: return true;
    default: return false;
    }
}

}  // namespace

std::string links::of(text::token const* first, text::token const* at, char const* text) const
{
    std::string_view const word = spelling(*at, text);
    context const c = context_of(first, at);
    if (at->is == terminal::label || at->is == terminal::integer)
        return c.keyword == terminal::by || c.keyword == terminal::excepting ? of_label(word) : std::string{};
    if (at->is != terminal::name && at->is != terminal::path && at->is != terminal::local_name &&
        at->is != terminal::local_path && at->is != terminal::lawful)
        return {};
    if (is_value(c, first->is)) return {};
    bool const use = find_name(rules_, name_space::uses, word) != nullptr;
    bool const mission = find_name(rules_, name_space::missions, word) != nullptr;
    std::string const name = of_name(word);
    if (use && (c.of_use || (!mission && name.empty()) || before_uses(c.keyword))) return id_of_use(word);
    if (mission && (c.of_mission || (!use && name.empty()))) return id_of_mission(word);
    return use || mission ? std::string{} : name;
}

std::string links::of_name(std::string_view name) const
{
    symbol const* const found = find_name(rules_, name_space::names, name);
    if (found == nullptr) return {};
    if (found->kind == symbol_kind::chain) return id_of_chain(name);
    if (found->kind != symbol_kind::trigger)
        return found->kind == symbol_kind::template_ || found->kind == symbol_kind::broken ? std::string{}
                                                                                           : id_of_name(name);
    for (term_entry const& t : rules_.terms)
        if (t.kind == term_kind::trigger && t.detail == found->index) return id_of_term(rules_(t.label));
    return {};
}

std::string links::of_label(std::string_view label) const
{
    return find_term(rules_, label) == none ? std::string{} : id_of_term(label);
}

}  // namespace redline::tool::page
