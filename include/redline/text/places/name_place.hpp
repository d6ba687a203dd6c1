// Where names stand in one text: a place for each, as the nodes of the grammar tell.
#pragma once

#include "../broken_declaration.hpp"
#include "name_role.hpp"

#include <string_view>
#include <vector>

namespace redline::inline v0_1::text {

/// One place of a name. Of a path `a.b.c` there are three: of `a`, of `a.b` and of `a.b.c`, each with the stretch of its
/// last part, so that no two overlap. Views point into the text.
struct name_place {
    std::uint32_t text = 0;  // which of several texts
    std::uint32_t offset = 0, length = 0, line = 0;
    std::string_view name{};    // whole: of a path, all up to there
    std::string_view behind{};  // of `5/board`, the label `5` before it
    tag is = tag::none;         // of the node
    name_space space = name_space::names;
    bool declares = false;
    bool parent = false;               // only a part of a longer path
    std::uint32_t statement = 0;       // the statement it stands in
    std::uint32_t in_template = none;  // the same, where that is a template, and this is not its name
    std::uint32_t owner = none;        // of values and stages: the place of what they belong to, in the same list
    std::uint32_t argument = none;     // of an argument: its number
    std::uint32_t application =
        none;  // of an argument, or a label that applies a template: the place of the template's name
    std::uint32_t symbol = none;  // what it names, once that was found out; see `name_index`

    constexpr std::uint32_t end() const noexcept { return offset + length; }
};

/// Lists the places of one text.
class place_lister {
public:
    /// `number` is that of the text. Keeps references to all three.
    place_lister(syntax_view const& of, std::uint32_t number, std::vector<name_place>& to) noexcept
        : in_{of}, number_{number}, to_{to}
    {}

    /// All of them, in the order of the nodes, which is that of the text but for few. Linear; allocates.
    void run()
    {
        for (std::uint32_t i = 0; i != in_.statement_count; ++i) {
            statement const& s = in_.statements[i];
            statement_ = i;
            owner_ = chain_ = application_ = label_ = none;
            arguments_ = 0;
            in_template_ = false;
            if (s.broken) broken(s);
            for (std::uint32_t n = s.first_node; n != s.last_node; ++n) node_at(in_.nodes[n]);
        }
    }

private:
    void broken(statement const& s)
    {
        broken_declaration const would = declared_by_broken(in_, s);
        if (would.name == nullptr) return;
        tag const is = would.space == name_space::labels     ? tag::label
                       : would.space == name_space::uses     ? tag::use
                       : would.space == name_space::missions ? tag::mission
                                                             : declaring(in_.tokens[s.first_token].is);
        if (is != tag::none) word(is, {true, true, would.space}, *would.name);
    }
    static constexpr tag declaring(terminal t) noexcept
    {
        switch (t) {
        case terminal::party: return tag::party;
        case terminal::role: return tag::role;
        case terminal::authority: return tag::authority;
        case terminal::fact: return tag::fact;
        case terminal::define: return tag::define;
        case terminal::safeguard: return tag::safeguard;
        case terminal::evidence: return tag::evidence;
        case terminal::event: return tag::event;
        case terminal::signoff: return tag::signoff;
        case terminal::template_: return tag::template_;
        default: return tag::none;
        }
    }

    void node_at(node const& n)
    {
        token const& t = in_.tokens[n.token];
        name_role const role = name_role_of(n.is);
        if (n.is == tag::label || n.is == tag::insert || n.is == tag::replace) application_ = none;
        if (n.is == tag::argument) {
            bool const named = (t.classes & is_path) != 0;
            if (named) word(n.is, role, t);
            if (named) to_.back().argument = arguments_;
            if (named) to_.back().application = application_;
            ++arguments_;
        }
        else if (role.names) word(n.is, role, t);
        // In a template a parameter may stand for a number or a string.
        else if (in_template_ && !is_mark(n.is) && (t.classes & is_name) != 0 && stands_for_other(n.is))
            word(n.is, {true, false, name_space::names}, t);
        if (n.is == tag::template_) in_template_ = true;
    }
    static constexpr bool stands_for_other(tag t) noexcept
    {
        switch (t) {
        case tag::value_integer:
        case tag::quorum_number:
        case tag::because:
        case tag::description:
        case tag::authority_title:
        case tag::version: return true;
        default: return false;
        }
    }

    void word(tag is, name_role role, token const& t)
    {
        std::string_view spelled = spelling(t, in_.text);
        name_place p{};
        p.text = number_;
        p.line = t.line;
        p.is = is;
        p.space = role.space;
        p.statement = statement_;
        if (in_template_) p.in_template = statement_;
        std::uint32_t at = t.offset;
        if (role.space == name_space::labels || role.space == name_space::sections) {
            p.offset = at;
            p.length = t.length;
            p.name = spelled;
            p.declares = role.declares;
            if (p.declares) label_ = next();
            return to_.push_back(p);
        }
        if ((t.classes & is_request_path) == 0) return;  // a word where a name might stand, as `mission` in `pending`
        if (t.is == terminal::local_name || t.is == terminal::local_path ||
            (t.is == terminal::other_path && spelled.find('/') != spelled.npos)) {
            std::size_t const slash = spelled.find('/');
            p.behind = spelled.substr(0, slash);
            at += static_cast<std::uint32_t>(slash) + 1;
            spelled.remove_prefix(slash + 1);
        }
        if (role.space == name_space::fact_values) p.owner = owner_;
        if (role.space == name_space::stages) p.owner = chain_;
        parts(p, spelled, at, role, t);
        remember(is);
    }
    /// A place for each part of a path.
    void parts(name_place p, std::string_view spelled, std::uint32_t at, name_role role, token const& t)
    {
        if (t.is == terminal::unlisted) return;
        std::size_t from = 0;
        for (;;) {
            std::size_t dot = from;
            while (dot != spelled.size() && spelled[dot] != '.') ++dot;
            bool const last = dot == spelled.size();
            if (last && t.is == terminal::other_path) return;
            p.offset = at + static_cast<std::uint32_t>(from);
            p.length = static_cast<std::uint32_t>(dot - from);
            p.name = spelled.substr(0, dot);
            p.parent = !last;
            p.declares = role.declares && last;
            to_.push_back(p);
            if (last) return;
            from = dot + 1;
        }
    }
    /// What a later node of the statement belongs to.
    void remember(tag is)
    {
        switch (is) {
        case tag::fact:
        case tag::safeguard:
        case tag::subject:
        case tag::given_name: owner_ = next() - 1; break;
        case tag::signoff: chain_ = next() - 1; break;
        case tag::apply:
            application_ = next() - 1;
            arguments_ = 0;
            if (label_ != none) to_[label_].application = application_;
            break;
        default: break;
        }
    }
    std::uint32_t next() const noexcept { return static_cast<std::uint32_t>(to_.size()); }

    syntax_view const& in_;
    std::uint32_t number_;
    std::vector<name_place>& to_;
    std::uint32_t statement_ = 0;
    std::uint32_t owner_ = none, chain_ = none, application_ = none, label_ = none, arguments_ = 0;
    bool in_template_ = false;
};

}  // namespace redline::inline v0_1::text
