// What an amendment has to say to lead from one contract to another.
#pragma once

#include "findings.hpp"
#include "key.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace redline::inline v0_1::text::amend {

/// One thing that an amendment says: `is` says which. Of a strike, the statement of the old text; else, of the new.
struct difference {
    enum class kind : std::uint8_t { strike, declare, replace, insert } is{};
    statement const* says = nullptr;
    bool moves = false;  // of a strike: the same name is declared anew, elsewhere
};

/// Whether the order of a kind's declarations has a meaning: lists of decisions follow it.
constexpr bool has_order(rank r) noexcept
{
    return r == rank::fact || r == rank::safeguard || r == rank::evidence || r == rank::signoff;
}

/// Compares two contracts statement by statement: what was struck, declared, replaced and inserted, and what differs and
/// can't be said. Names whose order has a meaning and differs are struck and declared anew. n log n; allocates.
class differences {
public:
    differences(document const& before, document const& after, std::vector<amended_diagnostic>& refused)
        : before_{before}, after_{after},
          of_before_{refused, before, 0}, of_after_{refused, after, 1}, was_{keys_of(before)}, is_{keys_of(after)}
    {
        header();
        unnamed();
        for (rank r = rank::party; r <= rank::signoff; r = static_cast<rank>(static_cast<int>(r) + 1))
            if (has_order(r)) find_moved(r);
        for (std::uint32_t i = 0; i != before.size(); ++i) gone(before[i]);
        for (std::uint32_t i = 0; i != after.size(); ++i) there(after[i]);
    }
    std::vector<difference> const& all() const noexcept { return all_; }

private:
    using by_key = std::map<key, std::vector<statement const*>>;

    static by_key keys_of(document const& d)
    {
        by_key all;
        for (std::uint32_t i = 0; i != d.size(); ++i)
            if (key k = key_of(d, d[i]); k.first != space::none) all[std::move(k)].push_back(&d[i]);
        return all;
    }
    static amended_diagnostic& refuse(findings& in, token const& at, std::string_view what, std::string_view rest = {})
    {
        amended_diagnostic& d = in.report(code::not_amendable, at, what);
        d.second = rest;
        return d;
    }

    void header()
    {
        statement const& was = *before_.header();
        statement const& is = *after_.header();
        token const& title = after_.token_of(is);
        if (before_.value_of(before_.token_of(was)) != after_.value_of(title))
            refuse(of_after_, title, "that the contract is now called");
        token const& version = *after_.find(is, tag::version);
        if (version.value <= before_.find(was, tag::version)->value)
            refuse(of_after_, version, "that version", " follows one that is not lower");
        token const* const from = before_.find(was, tag::effective_from);
        if (from != nullptr && after_.find(is, tag::effective_from) == nullptr)
            refuse(of_before_, *from, "that the contract is no longer effective from");
    }
    /// What has no name can only be added.
    void unnamed()
    {
        std::map<std::string, std::uint32_t> left;
        for (std::uint32_t i = 0; i != after_.size(); ++i)
            if (is_unnamed(after_[i])) ++left[tokens_of(after_, after_[i])];
        std::map<std::string, std::uint32_t> known;
        for (std::uint32_t i = 0; i != before_.size(); ++i) {
            if (!is_unnamed(before_[i])) continue;
            std::string said = tokens_of(before_, before_[i]);
            auto const found = left.find(said);
            if (found == left.end() || found->second == 0) {
                refuse(of_before_, before_.first(before_[i]), "that this is dropped or changed, as it has no name:");
                continue;
            }
            --found->second;
            ++known[std::move(said)];
        }
        for (std::uint32_t i = 0; i != after_.size(); ++i) {
            if (!is_unnamed(after_[i])) continue;
            auto const found = known.find(tokens_of(after_, after_[i]));
            if (found == known.end() || found->second == 0) all_.push_back({difference::kind::declare, &after_[i]});
            else --found->second;
        }
    }
    static bool is_unnamed(statement const& s)
    {
        return rank_of(s.is) != rank::header && space_of_statement(s.is) == space::none;
    }

    /// The names of a kind that have to move: all from the first one on that does not stand where it stood.
    void find_moved(rank r)
    {
        statement const* last = nullptr;
        bool moving = false;
        for (std::uint32_t i = 0; i != after_.size(); ++i) {
            if (rank_of(after_[i].is) != r) continue;
            statement const* const was = statement_of(was_, key_of(after_, after_[i]));
            bool const stays = was != nullptr && rank_of(was->is) == r && (last == nullptr || last < was);
            moving = moving || !stays;
            if (!moving) last = was;
            else if (was != nullptr) moved_[key_of(after_, after_[i])] = true;
        }
    }
    static statement const* statement_of(by_key const& in, key const& k)
    {
        auto const found = in.find(k);
        return found == in.end() ? nullptr : found->second.front();
    }

    void gone(statement const& s)
    {
        key const k = key_of(before_, s);
        if (k.first == space::none || are_several(k)) return;
        statement const* const is = statement_of(is_, k);
        if (is != nullptr && rank_of(is->is) != rank_of(s.is)) moved_[k] = true;
        if (is == nullptr || moved_.contains(k)) all_.push_back({difference::kind::strike, &s, is != nullptr});
    }
    void there(statement const& s)
    {
        key const k = key_of(after_, s);
        if (k.first == space::none || are_several(k)) return;
        statement const* const was = statement_of(was_, k);
        bool const term = s.is == tag::label;
        if (was == nullptr || moved_.contains(k))
            all_.push_back({term ? difference::kind::insert : difference::kind::declare, &s});
        else if (tokens_of(before_, *was) != tokens_of(after_, s))
            all_.push_back({term ? difference::kind::replace : difference::kind::declare, &s});
    }
    /// Whether there are several scenarios of one title, or assertions of one text: nothing can be said of one of them. If
    /// they differ, that is refused.
    bool are_several(key const& k)
    {
        auto const was = was_.find(k), is = is_.find(k);
        std::size_t const before = was == was_.end() ? 0 : was->second.size();
        std::size_t const after = is == is_.end() ? 0 : is->second.size();
        if (before < 2 && after < 2) return false;
        if (!told_.emplace(k, true).second) return true;
        std::vector<std::string> old, now;
        for (std::size_t i = 0; i != before; ++i) old.push_back(tokens_of(before_, *was->second[i]));
        for (std::size_t i = 0; i != after; ++i) now.push_back(tokens_of(after_, *is->second[i]));
        std::sort(old.begin(), old.end());
        std::sort(now.begin(), now.end());
        if (old == now) return true;
        bool const in_old = before >= 2;
        document const& d = in_old ? before_ : after_;
        refuse(in_old ? of_before_ : of_after_, named_by(d, *(in_old ? was : is)->second[1]),
               k.first == space::scenarios ? "what becomes of one of several scenarios called"
                                           : "what becomes of one of several assertions that are the same:");
        return true;
    }

    document const& before_;
    document const& after_;
    findings of_before_, of_after_;
    by_key was_, is_;
    std::map<key, bool> moved_, told_;
    std::vector<difference> all_;
};

}  // namespace redline::inline v0_1::text::amend
