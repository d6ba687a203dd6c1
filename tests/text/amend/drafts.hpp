// Random drafts of a contract as texts, for amendments to lead from one to the other.
#pragma once

#include "oracle/mutate.hpp"
#include "oracle/print.hpp"
#include "redline/text/amend/key.hpp"
#include "support/amend.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace redline_test {

namespace oracle = redline_oracle;

/// One draft as a text that loads: a contract, with sections, scenarios and assertions beside its terms.
class draft_writer {
public:
    draft_writer(oracle::contract c, oracle::dice& d) : c_{std::move(c)}, d_{d} {}

    /// `in_order`: sections and terms stand by their labels, as most contracts have them.
    std::string text(bool in_order)
    {
        for (oracle::term const& t : c_.terms) labelled_.push_back({t.label, false, oracle::print(t)});
        for (oracle::duty const& t : c_.duties) labelled_.push_back({t.label, false, oracle::print(t)});
        for (int number = 1; number != 4; ++number)
            if (d_.percent(30))
                labelled_.push_back({std::to_string(number), true,
                                     "section " + std::to_string(number) + " \"Title " + letter() + "\";\n"});
        if (in_order)
            std::stable_sort(labelled_.begin(), labelled_.end(), [](statement const& a, statement const& b) {
                if (a.label != b.label) return redline::text::amend::label_before(a.label, b.label);
                return a.is_section && !b.is_section;
            });
        std::string const whole = oracle::print(c_);
        std::string text = whole.substr(0, whole.find(";\n") + 2);
        std::string terms;
        for (statement const& s : labelled_) terms += s.text;
        text += c_.terms_first ? terms + oracle::print_declarations(c_) : oracle::print_declarations(c_) + terms;
        for (int i = 0; i != 3; ++i)
            if (d_.percent(50)) text += scenario(text, i);
        for (char const* const claim : {"never permitted", "never paused"})
            if (d_.percent(40))
                text += std::string{"assert "} + claim + " for " + use() + " when lawful and not lawful;\n";
        return text;
    }

private:
    struct statement {
        std::string label;
        bool is_section = false;
        std::string text;
    };
    std::string letter() { return std::string(1, static_cast<char>('A' + d_.below(3))); }
    std::string use() { return d_.pick(c_.uses).path; }
    /// A scenario that comes out as it expects.
    std::string scenario(std::string const& text, int number)
    {
        std::string const start = "scenario \"Case " + std::to_string(number) + "\" {\n  given use " + use() +
                                  (d_.percent(50) ? ", lawful" : ", not lawful") + ";\n  expect ";
        for (char const* const outcome : {"permitted", "paused", "prohibited"}) {
            std::string const one = start + outcome + ";\n}\n";
            if (load(text + one).ok) return one;
        }
        return "";
    }

    oracle::contract c_;
    oracle::dice& d_;
    std::vector<statement> labelled_;
};

/// The same vocabulary in another order, where that is no matter of parents.
inline void shuffle_vocabulary(oracle::contract& c, oracle::dice& d)
{
    d.shuffle(c.parties);
    d.shuffle(c.roles);
    d.shuffle(c.authorities);
    d.shuffle(c.facts);
    d.shuffle(c.safeguards);
    d.shuffle(c.evidences);
    d.shuffle(c.events);
    d.shuffle(c.definitions);
    d.shuffle(c.signoffs);
}

}  // namespace redline_test
