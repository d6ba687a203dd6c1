// Conditions of tables, read back from their words: those of the language by the language, others by what they say.
#pragma once

#include "proof/defined_words.hpp"
#include "redline/core/duration.hpp"
#include "redline/core/proof/table_rows.hpp"
#include "redline/core/proof/words_values.hpp"

#include <algorithm>
#include <stdexcept>

namespace redline_test {

/// Reads what was not obtained: `x not held within 2 days`, `x below tested`, `x not asked or refused`, and their like.
class absence_words {
public:
    absence_words(redline::rule_set const& rules, std::string_view words) : rules_{rules}, text_{words}
    {
        left_ = words;
        std::string_view name = word();
        if (name == "no" && ends_with(" of any age")) {
            never_ = true;
            name = word();
        }
        found_ = find_name(rules, redline::name_space::names, name);
        if (found_ == nullptr) throw std::logic_error{"no name in " + std::string{words}};
    }
    bool holds(redline::request_view const& r)
    {
        std::uint32_t const i = found_->index;
        switch (found_->kind) {
        case redline::symbol_kind::evidence: return age(r.evidence_age[i], rules_.evidence[i].valid);
        case redline::symbol_kind::safeguard: return level(r.safeguard_level[i], i);
        case redline::symbol_kind::chain: return state(r.chains[i]);
        default: throw std::logic_error{"not obtainable: " + std::string{text_}};
        }
    }

private:
    std::string_view word()
    {
        std::string_view const w = left_.substr(0, left_.find(' '));
        left_.remove_prefix(std::min(left_.size(), w.size() + 1));
        return w;
    }
    bool ends_with(std::string_view s) const
    {
        return left_.size() >= s.size() && left_.substr(left_.size() - s.size()) == s;
    }
    bool skip(std::string_view s)
    {
        if (left_.substr(0, s.size()) != s) return false;
        left_.remove_prefix(s.size());
        if (!left_.empty() && left_.front() == ' ') left_.remove_prefix(1);
        return true;
    }
    std::uint64_t minutes(std::string_view before = {})
    {
        std::string_view const text = left_.substr(0, before.empty() ? left_.size() : left_.find(before));
        left_.remove_prefix(std::min(left_.size(), text.size() + before.size()));
        std::uint64_t read = 0;
        if (!redline::read_duration(text, read)) throw std::logic_error{"no duration in " + std::string{text_}};
        return read;
    }
    bool done() const
    {
        if (!left_.empty()) throw std::logic_error{"not understood: " + std::string{text_}};
        return true;
    }
    bool age(std::uint64_t age, std::uint64_t valid)
    {
        bool const held = age != redline::unlimited;
        if (never_) return !held;
        if (skip("of any age")) return done() && held;
        if (skip("not held")) {
            std::uint64_t const oldest = skip("within") ? minutes() : valid;
            return done() && !(held && age <= std::min(oldest, valid));
        }
        std::uint64_t oldest = redline::unlimited;
        if (skip("held but")) oldest = valid;
        else if (skip("within")) oldest = minutes(" but ");
        if (!skip("older than")) throw std::logic_error{"not understood: " + std::string{text_}};
        std::uint64_t const older_than = minutes();
        return done() && held && age <= oldest && age > older_than;
    }
    bool level(std::uint32_t level, std::uint32_t safeguard)
    {
        auto const read = [&] {
            std::string_view const name = word();
            for (std::uint32_t l = 0; l < rules_.safeguards[safeguard].values.size(); ++l)
                if (redline::level_name(rules_, safeguard, l) == name) return l;
            throw std::logic_error{"no level in " + std::string{text_}};
        };
        bool const enough = !skip("at least") || level >= read();
        skip("but");
        if (!skip("below")) throw std::logic_error{"not understood: " + std::string{text_}};
        bool const below = level < read();
        return done() && enough && below;
    }
    bool state(redline::chain_state state)
    {
        if (left_ == "not complete") return state != redline::chain_state::complete;
        if (left_ == "not refused") return state != redline::chain_state::refused;
        constexpr std::string_view words[] = {"not asked", "opened", "complete", "refused"};
        std::string_view const due = words[static_cast<unsigned>(state)];
        bool found = false;
        while (!left_.empty()) {
            bool known = false;
            for (std::string_view const w : words) {
                if (left_.substr(0, w.size()) != w) continue;
                left_.remove_prefix(w.size());
                found = found || w == due;
                known = true;
                if (left_.substr(0, 2) == ", ") left_.remove_prefix(2);
                else if (left_.substr(0, 4) == " or ") left_.remove_prefix(4);
                break;
            }
            if (!known) throw std::logic_error{"not understood: " + std::string{text_}};
        }
        return found;
    }

    redline::rule_set const& rules_;
    std::string_view text_, left_;
    redline::symbol const* found_ = nullptr;
    bool never_ = false;
};

/// Reads all conditions of a table, in one load of its contract, and tells which hold for a request.
class table_reader {
public:
    table_reader(redline::rule_set const& rules, std::string const& contract_text, redline::contract_table const& table)
        : rules_{rules}
    {
        for (redline::table_row const& row : table.rows) {
            add(row.needed);
            for (auto const* list :
                 {&row.permitted, &row.paused, &row.prohibited, &row.paused_unless_prohibited, &row.gaps})
                for (redline::table_condition const& c : list->any_of) add(c);
        }
        words_.read(contract_text);
    }
    bool holds(redline::proof::condition_piece const& p, redline::request_view const& request) const
    {
        if (p.is_language) {
            redline::truth const t = words_(p.text, request);
            if (t == redline::truth::unknown) throw std::logic_error{"unknown: " + p.text};
            return t == redline::truth::yes;
        }
        if (p.text == "never") return false;
        if (p.text.front() != '(') return absence_words{rules_, p.text}.holds(request);
        throw std::logic_error{"an `or` that no table should hold: " + p.text};
    }
    bool holds(redline::table_condition const& c, redline::request_view const& request) const
    {
        for (redline::proof::condition_piece const& p : c.pieces)
            if (!holds(p, request)) return false;
        return true;
    }
    bool holds(redline::table_conditions const& all, redline::request_view const& request) const
    {
        for (redline::table_condition const& c : all.any_of)
            if (holds(c, request)) return true;
        return false;
    }

private:
    void add(redline::table_condition const& c)
    {
        for (redline::proof::condition_piece const& p : c.pieces)
            if (p.is_language) words_.add(p.text);
    }

    redline::rule_set const& rules_;
    defined_words words_;
};

}  // namespace redline_test
