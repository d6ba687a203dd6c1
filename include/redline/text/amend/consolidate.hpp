// One amendment applied to the text that it amends.
#pragma once

#include "../../core/proof/sort_stably.hpp"
#include "findings.hpp"
#include "restate.hpp"

#include <map>
#include <string>

namespace redline::inline v0_1::text::amend {

/// What was struck by the amendments so far, and where they say so.
struct struck_names {
    std::map<key, mention> by{};
    mention baseline{};  // the change that took the baseline away, perhaps; of document 0, none
};

/// Applies one amendment: finds what it changes, and makes the edits. What can't be applied is reported, and then the text
/// stays as it is. Linear in the statements of the contract for each change; allocates.
class consolidation {
public:
    /// `pieces` is the text of `base`; `number` is the amendment's.
    consolidation(document const& base, pieced_text const& pieces, document const& amendment, std::uint32_t number,
                  struck_names& struck, std::vector<amended_diagnostic>& wrong)
        : base_{base}, pieces_{pieces}, by_{amendment}, number_{number}, struck_names_{struck}, wrong_{wrong},
          found_{wrong, amendment, number}, restating_{base, amendment, number}, edits_{base},
          struck_(base.size(), false)
    {
        for (std::uint32_t i = 0; i != base_.size(); ++i) {
            key const k = key_of(base_, base_[i]);
            if (k.first != space::none) ++index_.try_emplace(k, entry{i, 0}).first->second.count;
        }
    }

    /// The consolidated text; false where it can't be made, which is reported.
    bool run(pieced_text& to)
    {
        std::size_t const before = wrong_.size();
        header();
        for (std::uint32_t i = 0; i != by_.size(); ++i) one(by_[i]);
        if (wrong_.size() != before) return false;
        place_additions();
        edits_.strike(struck_);
        to = edits_.apply(pieces_);
        struck_names_.by.insert(now_struck_.begin(), now_struck_.end());
        return true;
    }

private:
    struct entry {
        std::uint32_t statement = 0;
        std::uint32_t count = 0;
    };
    struct addition {
        statement const* says = nullptr;
        gap at{};
    };

    void header()
    {
        statement const& of = *base_.header();
        statement const& by = *by_.header();
        token const& title = *by_.find(by, tag::title);
        token const& version = *by_.find(by, tag::version);
        token const& now = *base_.find(of, tag::version);
        if (by_.value_of(title) != base_.value_of(base_.token_of(of))) {
            found_.report(code::other_contract, title, findings::unquoted(base_.spelled(base_.token_of(of))));
            return;
        }
        if (version.value != now.value) {
            amended_diagnostic& d = found_.report(code::other_version, version);
            d.number = version.value;
            d.limit = now.value;
            return;
        }
        pieced_text made;
        token const& makes = *by_.find(by, tag::makes);
        made.copy(by_.spelled(makes), {number_, makes.offset});
        edits_.replace({now.offset, now.offset + now.length}, std::move(made));
        if (by_.find(by, tag::effective_from) != nullptr) effective(of, by);
    }
    /// The days on which it is in effect, from the word `effective` to the last day.
    static stretch effective_of(document const& d, statement const& header)
    {
        for (std::uint32_t i = header.first_token; i != header.last_token; ++i)
            if (d.token_at(i).is == terminal::effective) {
                token const& last = d.token_at(header.last_token - 2);
                return {d.token_at(i).offset, last.offset + last.length};
            }
        std::uint32_t const end = d.last(header).offset;
        return {end, end};
    }
    void effective(statement const& of, statement const& by)
    {
        stretch const is = effective_of(by_, by);
        stretch const was = effective_of(base_, of);
        pieced_text made;
        if (was.empty()) made.make(" ", {number_, is.from});
        copy_indented(made, by_, number_, is, none, "  ", layout{base_}.newline());
        if (was.empty()) edits_.put(was.from, 0, std::move(made));
        else edits_.replace(was, std::move(made));
    }

    /// The statement of the contract that a key finds; null, reported, where there are none or several.
    entry const* there(key const& k, token const& at, std::string_view change = {})
    {
        auto const found = index_.find(k);
        if (found == index_.end()) {
            nothing_there(k, at, change);
            return nullptr;
        }
        if (found->second.count != 1 && k.first >= space::scenarios) {
            found_.report(code::title_twice, at, word_of(k.first)).number = found->second.count;
            return nullptr;
        }
        return &found->second;
    }
    void nothing_there(key const& k, token const& at, std::string_view change)
    {
        if (k.first == space::names)
            for (std::uint32_t i = 0; i != base_.size(); ++i) {
                token const* const trigger = base_.find(base_[i], tag::trigger);
                if (trigger == nullptr || base_.spelled(*trigger) != k.second) continue;
                found_.report(code::trigger_struck, at, base_.spelled(base_.token_of(base_[i])));
                return;
            }
        amended_diagnostic& d = found_.report(code::nothing_there, at, word_of(k.first));
        d.second = change;
        if (k.first == space::assertions) return;
        auto const gone = struck_names_.by.find(k);
        if (gone != struck_names_.by.end()) {
            d.related_document = gone->second.at.document;
            d.related = {gone->second.at.offset, gone->second.length, 1,
                         1};  // the line is counted by who has all texts
            return;
        }
        nearest_name nearest{d.subject};
        for (std::uint32_t i = 0; i != base_.size(); ++i)
            if (key const other = key_of(base_, base_[i]); other.first == k.first)
                nearest.consider(findings::unquoted(base_.spelled(base_.token_of(base_[i]))));
        d.suggestion = nearest.best();
    }

    void one(statement const& s)
    {
        if (rank_of(s.is) == rank::header) return;
        key const k = key_of(by_, s);
        if (k.first == space::none || s.is == tag::insert) {
            if (s.is == tag::insert && !is_free(k, s)) return;
            return additions_.push_back({&s, {}});
        }
        token const at = named_by(by_, s);
        auto const declared = index_.find(k);
        bool const states = !is_strike(s.is) && s.is != tag::replace;
        if (states && (declared == index_.end() || struck_[declared->second.statement])) {
            now_struck_.erase(k);
            struck_names_.by.erase(k);
            return additions_.push_back({&s, {}});
        }
        entry const* const e = there(k, at, s.is == tag::replace ? "replace" : "");
        if (e == nullptr) return;
        if (states) return restating_.replace_declaration(edits_, e->statement, s);
        if (is_baseline(base_, base_[e->statement])) struck_names_.baseline = {{number_, at.offset}, at.length};
        if (s.is == tag::replace) return restating_.replace_term(edits_, e->statement, s);
        struck_[e->statement] = true;
        now_struck_[k] = {{number_, at.offset}, at.length};
    }
    static bool is_baseline(document const& d, statement const& s)
    {
        return d.find(s, tag::all_lawful_uses) != nullptr || d.find(s, tag::nothing_else) != nullptr;
    }
    /// Whether no term has the label of a new one; what is wrong is reported.
    bool is_free(key const& k, statement const& s)
    {
        auto const taken = index_.find(k);
        if (taken == index_.end()) return true;
        amended_diagnostic& d = found_.report(code::there_already, by_.token_of(s), word_of(k.first));
        token const& label = base_.token_of(base_[taken->second.statement]);
        origin const from = pieces_.origin_of(label.offset);
        d.related_document = from.document;
        d.related = {from.offset, label.length, 1, 1};
        return false;
    }

    void place_additions()
    {
        placement const places{base_, struck_};
        for (addition& a : additions_) {
            token const& name = by_.token_of(*a.says);
            bool const section = a.says->is == tag::section;
            if (section || a.says->is == tag::insert) a.at = places.of_label(by_.spelled(name), section);
            else if (a.says->is == tag::use || a.says->is == tag::mission)
                a.at = places.of_path(by_.spelled(name), a.says->is);
            else a.at = places.behind_rank(rank_of(a.says->is));
        }
        // What goes to one place stands in the usual order of kinds; sections and terms by their labels.
        proof::sort_stably(additions_, [&](addition const& a, addition const& b) {
            rank const one = restating::rank_in_text(a.says->is), other = restating::rank_in_text(b.says->is);
            if (one != other || one != rank::labelled) return one < other;
            std::string_view const label = by_.spelled(by_.token_of(*a.says));
            std::string_view const against = by_.spelled(by_.token_of(*b.says));
            if (label == against) return a.says->is == tag::section && b.says->is != tag::section;
            return label_before(label, against);
        });
        std::map<std::pair<std::uint32_t, bool>, addition const*> last_in;  // of each gap
        for (addition const& a : additions_) last_in[{a.at.statement, a.at.before}] = &a;
        std::map<std::pair<std::uint32_t, bool>, statement const*> before;
        std::uint32_t order = 0;
        for (addition const& a : additions_) {
            std::pair const in{a.at.statement, a.at.before};
            bool const is_last = last_in[in] == &a;
            restating_.add(edits_, a.at, *a.says, ++order, restating_.parting_of(a.at, *a.says, before[in], is_last));
            before[in] = a.says;
        }
    }

    document const& base_;
    pieced_text const& pieces_;
    document const& by_;
    std::uint32_t number_;
    struck_names& struck_names_;
    std::vector<amended_diagnostic>& wrong_;
    findings found_;
    restating restating_;
    edits edits_;
    std::map<key, entry> index_;
    std::vector<bool> struck_;
    std::map<key, mention> now_struck_;
    std::vector<addition> additions_;
};

}  // namespace redline::inline v0_1::text::amend
