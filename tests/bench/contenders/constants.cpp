// Contracts out of generated headers, and a struct that is bound to one.
#include "constants.hpp"

#include "few_20.hpp"
#include "few_200.hpp"
#include "redline/typed.hpp"

namespace redline_bench {

namespace {

enum class network_kind { open, secret, top_secret };
enum class oversight_level { none, spot_checks, on_the_loop, in_the_loop };
using days = std::optional<std::chrono::days>;

// clang-format off
struct mission {
    BOOST_HANA_DEFINE_STRUCT(mission,
        (use_of_few_20, use), (bool, lawful), (network_kind, network), (oversight_level, oversight),
        (std::uint64_t, persons), (bool, urgent),
        (days, red_team), (days, legal_review), (days, bias_audit), (days, field_test)
    );
};
// clang-format on

constexpr auto desk = redline::bind<mission>(few_20);

template <class Contract>
constant_contract constant(Contract const&)
{
    if constexpr (Contract::has_outcomes) return {&Contract::rules(), &Contract::outcomes()};
    else return {&Contract::rules(), nullptr};
}

}  // namespace

constant_contract constant_of(std::uint32_t terms)
{
    return terms == 20 ? constant(few_20) : terms == 200 ? constant(few_200) : constant_contract{};
}

struct bound_requests::parts {
    std::vector<mission> missions;
};

bound_requests::bound_requests() : parts_{new parts} {}
bound_requests::~bound_requests() { delete parts_; }

void bound_requests::set(std::vector<plain_request> const& requests)
{
    parts_->missions.clear();
    auto const age = [](std::uint32_t of) { return of == not_held ? days{} : days{std::chrono::days{of}}; };
    for (plain_request const& r : requests)
        parts_->missions.push_back({static_cast<use_of_few_20>(r.use), true, static_cast<network_kind>(r.network),
                                    static_cast<oversight_level>(r.oversight), r.persons, r.urgent, age(r.days[0]),
                                    age(r.days[1]), age(r.days[2]), age(r.days[3])});
}
void bound_requests::decide(std::uint8_t* outcomes) const
{
    for (mission const& m : parts_->missions) *outcomes++ = static_cast<std::uint8_t>(desk.decide(m).outcome());
}

}  // namespace redline_bench
