// Every name of a contract and of what it imports: where it is declared, and where it is used.
#pragma once

#include "name_place.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace redline::inline v0_1::text {

/// One name, or one label: what all of its places have in common.
struct named_thing {
    symbol_kind kind = symbol_kind::nothing;  // of a parameter `nothing`
    name_space space = name_space::names;
    std::string_view name{};
    std::uint32_t declared = none;  // the place of its first declaration; `none` where no text declares it
    std::uint32_t owner = none;     // of values and stages: the thing they belong to
    std::uint32_t scope = none;     // of what belongs to a template: the thing that the template is
    bool parameter = false;
    std::vector<std::uint32_t> places;  // all of them, by text and offset
};

/// The names of several texts, one of which may import the others; language reference, "Words" and "Drafts".
///
/// Made from the nodes that reading makes, so that it is there for what could be read of texts with errors. What names
/// mean is not looked at: a name is found by its space, and by whom it belongs to. Views point into the texts.
class name_index {
public:
    name_index() = default;
    /// `of` are the texts that were read; both they and what they point to must outlive the index. n log n; allocates.
    explicit name_index(std::vector<syntax_view const*> const& of)
    {
        for (std::uint32_t i = 0; i != of.size(); ++i) {
            first_.push_back(size());
            place_lister{*of[i], i, places_}.run();
        }
        first_.push_back(size());
        declare();
        mention();
        for (std::uint32_t i = 0; i != size(); ++i)
            if (places_[i].symbol != none) things_[places_[i].symbol].places.push_back(i);
        for (std::uint32_t i = 0; i + 1 < first_.size(); ++i) sorted(i);
        for (named_thing& t : things_)
            std::sort(t.places.begin(), t.places.end(), [&](std::uint32_t a, std::uint32_t b) {
                return std::tie(places_[a].text, places_[a].offset) < std::tie(places_[b].text, places_[b].offset);
            });
    }

    std::vector<named_thing> const& things() const noexcept { return things_; }
    name_place const& place(std::uint32_t i) const noexcept { return places_[i]; }
    std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(places_.size()); }
    /// What a thing's name is called where it is declared, or null.
    name_place const* declaration(named_thing const& t) const noexcept
    {
        return t.declared == none ? nullptr : &places_[t.declared];
    }
    /// The place that holds an offset of a text, its end included, or null. Logarithmic.
    name_place const* at(std::uint32_t text, std::uint32_t offset) const noexcept
    {
        if (text + 1 >= first_.size()) return nullptr;
        auto const first = order_.begin() + first_[text], last = order_.begin() + first_[text + 1];
        auto found = std::upper_bound(first, last, offset,
                                      [&](std::uint32_t o, std::uint32_t p) { return o < places_[p].offset; });
        if (found == first) return nullptr;
        name_place const& p = places_[*--found];
        return offset <= p.end() ? &p : nullptr;
    }
    /// The places of one text, in its order.
    array_view<std::uint32_t> of_text(std::uint32_t text) const noexcept
    {
        return {order_.data() + first_[text], first_[text + 1] - first_[text]};
    }
    /// The thing of a space that is declared outside of templates, or null.
    named_thing const* find(name_space space, std::string_view name, std::uint32_t owner = none) const
    {
        auto const found = table_.find({space, owner, none, name});
        return found == table_.end() ? nullptr : &things_[found->second];
    }
    /// The label that applies a template, which a label such as `5.1` or one before a slash begins with, seen from a place;
    /// `none` where there is none. The whole of the label may be it, too.
    std::uint32_t applies(std::string_view label, name_place const& from) const
    {
        std::uint32_t const scope = from.in_template == none ? none : scope_of(from);
        for (std::size_t end = label.find('.');; end = label.find('.', end + 1)) {
            std::uint32_t const at = found({name_space::labels, none, scope, label.substr(0, end)});
            if (at != none && applied_.count(at) != 0) return at;
            if (end == label.npos) return none;
        }
    }
    /// The number of a thing.
    std::uint32_t number_of(named_thing const& t) const noexcept
    {
        return static_cast<std::uint32_t>(&t - things_.data());
    }

private:
    /// A space, an owner, the template whose own it is, a name.
    using key = std::tuple<name_space, std::uint32_t, std::uint32_t, std::string_view>;

    /// The template that a place stands in.
    std::uint32_t scope_of(name_place const& p) const noexcept
    {
        for (named_thing const& t : things_) {
            if (t.kind != symbol_kind::template_ || t.declared == none) continue;
            name_place const& at = places_[t.declared];
            if (at.text == p.text && at.statement == p.in_template) return number_of(t);
        }
        return none;
    }
    void sorted(std::uint32_t text)
    {
        for (std::uint32_t i = first_[text]; i != first_[text + 1]; ++i) order_.push_back(i);
        std::sort(order_.begin() + first_[text], order_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair{places_[a].offset, a} < std::pair{places_[b].offset, b};
        });
    }
    std::uint32_t thing(key const& k, name_place const& p)
    {
        auto const [at, fresh] = table_.emplace(k, static_cast<std::uint32_t>(things_.size()));
        if (fresh) {
            named_thing t;
            t.kind = p.declares ? kind_declared_by(p.is) : symbol_kind::nothing;
            t.space = p.space;
            t.name = p.name;
            t.owner = std::get<1>(k);
            t.scope = std::get<2>(k);
            t.parameter = p.declares && p.is == tag::parameter;
            things_.push_back(std::move(t));
        }
        return at->second;
    }
    std::uint32_t found(key const& k) const
    {
        auto const at = table_.find(k);
        return at == table_.end() ? none : at->second;
    }
    /// The parameter of a template that a name, or the last part of a path, is; `none` where it is none.
    std::uint32_t parameter_of(std::uint32_t scope, std::string_view name) const
    {
        if (scope == none) return none;
        std::uint32_t const at = found({name_space::names, none, scope, name.substr(name.rfind('.') + 1)});
        return at != none && things_[at].parameter ? at : none;
    }
    std::uint32_t owner_of(name_place const& p) const noexcept
    {
        return p.owner == none ? none : places_[p.owner].symbol;
    }

    /// Every declaration; of the statements of a template, what is the template's own.
    void declare()
    {
        std::uint32_t scope = none;
        for (std::uint32_t i = 0; i != size(); ++i) {
            name_place& p = places_[i];
            if (!p.declares) continue;
            if (p.is == tag::template_) scope = none;
            std::uint32_t const own = p.in_template == none ? none : scope;
            if (p.is != tag::parameter && (p.symbol = parameter_of(own, p.name)) != none) continue;
            // Values and stages are told apart by their owner, and are named outside of a template, too.
            std::uint32_t const kept = p.space >= name_space::fact_values ? none : own;
            p.symbol = thing({p.space, owner_of(p), kept, p.name}, p);
            named_thing& t = things_[p.symbol];
            if (t.declared == none) t.declared = i;
            if (p.is == tag::template_) scope = p.symbol;
            if (p.space == name_space::labels && p.application != none) applied_.emplace(p.symbol, p.application);
        }
    }
    void mention()
    {
        std::uint32_t scope = none;
        for (std::uint32_t i = 0; i != size(); ++i) {
            name_place& p = places_[i];
            if (p.is == tag::template_) scope = p.symbol;
            if (p.declares || p.is == tag::argument) continue;
            p.symbol = resolved(p, p.in_template == none ? none : scope);
        }
        scope = none;
        for (std::uint32_t i = 0; i != size(); ++i) {
            name_place& p = places_[i];
            if (p.is == tag::template_) scope = p.symbol;
            if (p.is == tag::argument) p.symbol = of_argument(p, p.in_template == none ? none : scope);
        }
    }
    /// The thing that a place names, seen from a template or from outside of any.
    std::uint32_t resolved(name_place const& p, std::uint32_t scope)
    {
        if (!p.behind.empty()) {
            std::uint32_t const applied = template_behind(p.behind, scope);
            return applied == none ? none : found({p.space, none, applied, p.name});
        }
        if (scope != none) {
            if (std::uint32_t const parameter = parameter_of(scope, p.name); parameter != none) return parameter;
            std::uint32_t const own = found({p.space, owner_of(p), scope, p.name});
            if (own != none) return own;
            // Where it stands for a number or a string, or is a part of a path, it is a parameter or nothing.
            if (!name_role_of(p.is).names) return none;
        }
        if (p.space == name_space::labels) return of_label(p, scope);
        if (p.space >= name_space::fact_values) {
            std::uint32_t const owner = owner_of(p);
            return owner == none ? none : found({p.space, owner, none, p.name});
        }
        // One that nobody declares is a thing all the same: its places are found by one another.
        if (p.space == name_space::names && p.name == "lawful") return thing({p.space, none, none, p.name}, p);
        std::uint32_t const known = found({p.space, none, none, p.name});
        return known != none || p.parent ? known : thing({p.space, none, none, p.name}, p);
    }
    /// A label that is mentioned: of a term, or behind the label of an application, of a term of its template.
    std::uint32_t of_label(name_place const& p, std::uint32_t scope) const
    {
        std::uint32_t const exact = found({name_space::labels, none, scope, p.name});
        if (exact != none) return exact;
        for (std::size_t dot = p.name.find('.'); dot != p.name.npos; dot = p.name.find('.', dot + 1)) {
            std::uint32_t const applied = template_behind(p.name.substr(0, dot), scope);
            if (applied == none) continue;
            name_place rest = p;
            rest.name = p.name.substr(dot + 1);
            return of_label(rest, applied);
        }
        return none;
    }
    /// The template that a label applies, or a label within the template that an earlier part of it applies.
    std::uint32_t template_behind(std::string_view label, std::uint32_t scope) const
    {
        std::uint32_t const exact = found({name_space::labels, none, scope, label});
        if (exact != none) {
            auto const at = applied_.find(exact);
            return at == applied_.end() ? none : found({name_space::names, none, none, places_[at->second].name});
        }
        for (std::size_t dot = label.find('.'); dot != label.npos; dot = label.find('.', dot + 1)) {
            std::uint32_t const outer = template_behind(label.substr(0, dot), scope);
            if (outer != none) return template_behind(label.substr(dot + 1), outer);
        }
        return none;
    }
    /// An argument names what its parameter stands for where it stands first in the template.
    std::uint32_t of_argument(name_place const& p, std::uint32_t scope)
    {
        std::uint32_t const applied = p.application == none ? none : places_[p.application].symbol;
        if (scope != none && found({name_space::names, none, scope, p.name}) != none)
            return found({name_space::names, none, scope, p.name});
        if (!p.behind.empty()) return resolved(p, scope);
        name_place const* const use = applied == none ? nullptr : first_use(applied, p.argument);
        if (use != nullptr && use->space >= name_space::fact_values) {
            std::uint32_t owner = owner_of(*use);
            if (owner != none && things_[owner].parameter) owner = argument_for(p, things_[owner].name, applied);
            return owner == none ? none : found({name_space::fact_values, owner, none, p.name});
        }
        for (name_space const s : {use == nullptr ? name_space::names : use->space, name_space::names, name_space::uses,
                                   name_space::missions})
            if (std::uint32_t const f = found({s, none, none, p.name}); f != none) return f;
        return none;
    }
    /// Where a parameter of a template stands first, but for arguments; null where it doesn't.
    name_place const* first_use(std::uint32_t applied, std::uint32_t argument) const
    {
        std::uint32_t const at = things_[applied].declared;
        if (at == none || argument == none) return nullptr;
        std::uint32_t i = at + 1, number = 0;
        for (; i != size() && places_[i].is == tag::parameter; ++i, ++number)
            if (number == argument) break;
        if (i == size() || places_[i].is != tag::parameter) return nullptr;
        std::uint32_t const parameter = places_[i].symbol;
        for (++i; i != size() && places_[i].in_template == places_[at].statement && places_[i].text == places_[at].text;
             ++i)
            if (places_[i].symbol == parameter && places_[i].is != tag::argument && places_[i].is != tag::parameter)
                return &places_[i];
        return nullptr;
    }
    /// What another argument of the same application names: the one for the parameter of that name.
    std::uint32_t argument_for(name_place const& p, std::string_view parameter, std::uint32_t applied) const
    {
        std::uint32_t number = 0;
        for (std::uint32_t i = things_[applied].declared + 1; i != size() && places_[i].is == tag::parameter;
             ++i, ++number)
            if (places_[i].name == parameter) break;
        for (std::uint32_t i = p.application + 1; i != size() && places_[i].is == tag::argument; ++i)
            if (places_[i].argument == number) return found({name_space::names, none, none, places_[i].name});
        return none;
    }

    std::vector<name_place> places_;    // by text, and in each in the order of the nodes
    std::vector<std::uint32_t> first_;  // of each text, and the end
    std::vector<std::uint32_t> order_;  // the same, by their offsets
    std::vector<named_thing> things_;
    std::map<key, std::uint32_t> table_;
    std::map<std::uint32_t, std::uint32_t> applied_;  // labels that apply a template: the place of its name
};

}  // namespace redline::inline v0_1::text
