// Sets of missions in words: whole subtrees where the set is made of them, exceptions where it nearly is.
#pragma once

#include "../condition.hpp"
#include "space.hpp"
#include "words_piece.hpp"

#include <algorithm>

namespace redline::inline v0_1::proof {

/// A use or mission of a space by the name that it has on either side, the more exact one: as a request names it.
inline std::string name_of_kind(space const& in, name_space of, elementary_kind const& kind)
{
    std::string best;
    bool exact = false;
    for (unsigned side = 0; side < most_sides; ++side) {
        requested_kind const seen = kind.seen_by[side];
        if (in.rules[side] == nullptr || seen.form == kind_form::unknown) continue;
        if (seen.form == kind_form::unlisted && !best.empty()) continue;
        std::string name;
        string_words out{name};
        write_kind(out, *in.rules[side], of, seen);
        bool const declared = seen.form == kind_form::declared;
        if (best.empty() || best == "unlisted" || (declared && !exact) ||
            (declared == exact && name.size() > best.size()))
            best = name;
        exact = exact || declared;
    }
    return best;
}

/// Says sets of missions in the fewest atoms that trees allow. On the heap; made once for a space.
class mission_words {
public:
    explicit mission_words(space const& in)
    {
        for (elementary_kind const& k : in.missions) names_.push_back(name_of_kind(in, name_space::missions, k));
        for (unsigned side = 0; side < most_sides; ++side) {
            if (in.rules[side] == nullptr) continue;
            for (condition_node const& n : in.rules[side]->conditions)
                asks_sensitive_ = asks_sensitive_ || n.op == condition_op::mission_sensitive;
            for (kind_entry const& m : in.rules[side]->missions) add_path(std::string{(*in.rules[side])(m.path)});
        }
        for (elementary_kind const& k : in.missions) sensitive_.push_back(sensitivity(in, k));
    }

    /// The condition that is true of exactly these missions, of which there is one at least, and not all.
    expression say(std::vector<bool> const& admitted) const
    {
        std::vector<bool> others = admitted;
        others.flip();
        expression const some = join(below(none, admitted), joined_by::either);
        expression const all_but = join(negated(below(none, others)), joined_by::both);
        expression const& shorter = all_but.atoms < some.atoms ? all_but : some;
        if (shorter.atoms == 1 && !asks_sensitive_) return shorter;
        auto const among = [&](auto const& is) {
            return std::equal(admitted.begin(), admitted.end(), sensitive_.begin(), is);
        };
        if (among(is_yes)) return {"mission is sensitive", {}, 1};
        if (among(is_no)) return {"mission is not sensitive", {}, 1};
        return shorter;
    }
    std::string const& name(std::uint32_t mission) const { return names_[mission]; }

private:
    struct tree_node {
        std::string path;
        std::uint32_t parent = none;
    };

    static bool is_yes(bool admitted, truth sensitive) { return sensitive == truth_of(admitted); }
    static bool is_no(bool admitted, truth sensitive) { return sensitive == truth_of(!admitted); }
    /// What a mission is on all sides alike; unknown where they differ.
    static truth sensitivity(space const& in, elementary_kind const& k)
    {
        bool some[3] = {};
        for (unsigned side = 0; side < most_sides; ++side) {
            if (in.rules[side] == nullptr) continue;
            some[static_cast<unsigned>(is_sensitive(*in.rules[side], k.seen_by[side]))] = true;
        }
        return some[0] == some[2] || some[1] ? truth::unknown : some[2] ? truth::yes : truth::no;
    }
    void add_path(std::string const& path)
    {
        for (tree_node const& n : tree_)
            if (n.path == path) return;
        std::string const parent = path.substr(0, path.rfind('.') == std::string::npos ? 0 : path.rfind('.'));
        std::uint32_t at = none;
        for (std::uint32_t i = 0; i < tree_.size(); ++i)
            if (tree_[i].path == parent) at = i;
        tree_.push_back({path, at});
    }
    bool lies_below(std::uint32_t mission, std::string const& path) const
    {
        std::string const& name = names_[mission];
        return name.compare(0, path.size(), path) == 0 && (name.size() == path.size() || name[path.size()] == '.');
    }
    /// The missions of a set that lie below a node's children, each child in as few atoms as it takes.
    std::vector<expression> below(std::uint32_t node, std::vector<bool> const& admitted) const
    {
        std::vector<expression> parts;
        for (std::uint32_t i = 0; i < tree_.size(); ++i) {
            if (tree_[i].parent != node) continue;
            expression part = within(i, admitted);
            if (part.atoms != 0) parts.push_back(std::move(part));
        }
        return parts;
    }
    /// The missions of a set at or below a node; nothing where there are none.
    expression within(std::uint32_t node, std::vector<bool> const& admitted) const
    {
        std::string const& path = tree_[node].path;
        bool any = false, all = true, other = false;
        for (std::uint32_t m = 0; m < names_.size(); ++m) {
            if (!lies_below(m, path)) continue;
            any = any || admitted[m];
            all = all && admitted[m];
            if (names_[m] == path + ".other") other = admitted[m];
        }
        if (!any) return {};
        expression here{"mission is " + path, {}, 1};
        if (all) return here;
        if (!other) return join(below(node, admitted), joined_by::either);
        // What no child names can only be said as the whole without some children.
        std::vector<bool> others = admitted;
        others.flip();
        std::vector<expression> parts = negated(below(node, others));
        parts.insert(parts.begin(), here);
        return join(parts, joined_by::both);
    }
    static std::vector<expression> negated(std::vector<expression> parts)
    {
        constexpr std::string_view is = "mission is ";
        for (expression& part : parts) {
            if (part.by == joined_by::nothing) part.text.insert(is.size(), "not ");
            else part = {"not (" + part.text + ")", joined_by::nothing, part.atoms};
        }
        return parts;
    }

    std::vector<std::string> names_;  // by mission of the space
    std::vector<truth> sensitive_;
    std::vector<tree_node> tree_;
    bool asks_sensitive_ = false;  // some condition does, so that its author thinks in this word
};

}  // namespace redline::inline v0_1::proof
