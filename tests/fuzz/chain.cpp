// Fuzzed: bytes as events of a sign-off chain, taken by the library and told by the oracle.
#include "core/chain/story_step.hpp"
#include "fuzz/targets.hpp"
#include "support/load.hpp"

#include <map>
#include <memory>

namespace {

using namespace redline_oracle::story;

/// A random contract of the oracle, loaded. Those that come up twice are kept.
struct known_contract {
    contract says;
    redline_test::contract loaded;
};
known_contract const& contract_of(std::uint16_t seed)
{
    static std::map<std::uint16_t, std::unique_ptr<known_contract const>> known;
    if (known.size() > 4096) known.clear();
    std::unique_ptr<known_contract const>& c = known[seed];
    std::mt19937_64 engine{seed};
    redline_oracle::dice d{engine};
    while (c == nullptr) {
        contract const drawn = random_contract(d);
        redline_test::contract const loaded = redline_test::load(text_of(drawn), redline_test::engine::walker);
        // One that can't be met by its own rules is none.
        if (loaded.ok) c.reset(new known_contract{drawn, loaded});
    }
    return *c;
}

/// Takes numbers from the input; zeros behind its end.
class bytes {
public:
    explicit bytes(std::string_view input) : left_{input} {}
    bool ended() const { return left_.empty(); }
    unsigned next()
    {
        if (left_.empty()) return 0;
        auto const b = static_cast<unsigned char>(left_.front());
        left_.remove_prefix(1);
        return b;
    }
    int below(std::size_t end) { return static_cast<int>(next() % end); }
    /// One less: -1 for what is not there.
    int below_or_none(std::size_t end) { return below(end + 1) - 1; }

private:
    std::string_view left_;
};

request request_of(bytes& b)
{
    request r;
    int const uses = b.below(3);
    r.uses = uses == 2 ? std::set<int>{0, 1} : std::set<int>{uses};
    r.mission = b.below_or_none(2);
    r.f0 = b.below_or_none(2);
    r.f1 = b.below_or_none(2);
    for (int& part : r.f2) part = b.below_or_none(2);
    return r;
}

event event_of(bytes& b, two_cases const& both, contract const& c)
{
    constexpr std::int64_t steps[] = {0, 1, 30, 59, 60, 61, 3600, 200'000, -1};
    event e;
    std::size_t const roles = c.party_of.size();
    bool const first = both.oracle().past().empty();
    e.what = static_cast<kind>(b.below(9));
    e.at = (first ? 1000 : both.oracle().past().back().at) + steps[b.below(std::size(steps))];
    e.person = b.below(6);
    // The library refuses further what the oracle does not know of: an event without a role.
    bool const needs_role = e.what == signed_off || e.what == refused || e.what == acting || e.what == revoked;
    e.role = needs_role ? b.below(roles) : e.what == opened ? b.below_or_none(roles) : -1;
    if (e.what == signed_off || e.what == refused) {
        e.member = b.below_or_none(roles);
        if (b.below(4) == 0) {
            e.stage_chain = b.below(c.chains.size());
            e.stage = b.below(c.chains[static_cast<std::size_t>(e.stage_chain)].stages.size());
        }
    }
    e.has_request = e.what == opened || b.below(4) == 0;
    if (!e.has_request) return e;
    e.about = first || b.below(2) == 0 ? request_of(b) : both.oracle().past()[0].about;
    return e;
}

}  // namespace

void redline_fuzz::chain(std::string_view input)
{
    bytes b{input};
    unsigned const high = b.next();
    known_contract const& c = contract_of(static_cast<std::uint16_t>(high << 8 | b.next()));
    two_cases both{c.says, c.loaded.rules};
    std::vector<event> all;
    // As many as a case of fixed size has room for.
    while (!b.ended() && all.size() != 48) {
        event const e = ::event_of(b, both, c.says);
        all.push_back(e);
        std::string wrong = both.step(e);
        constexpr std::int64_t later[] = {0, 60, 3601, 172'801};
        if (wrong.empty() && !both.oracle().past().empty())
            wrong = both.ask(b.below(2) == 0 ? both.oracle().past()[0].about : request_of(b),
                             later[b.below(std::size(later))]);
        hold(wrong.empty(), wrong + "\n" + text_of(c.says) + told(all));
    }
}
