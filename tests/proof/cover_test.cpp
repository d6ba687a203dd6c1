// Covers of random regions, held against every request of small spaces and against decisions of random contracts.
// REDLINE_REGIONS and REDLINE_CONTRACTS make the run shorter or longer.
#include "oracle/generate.hpp"
#include "oracle/print.hpp"
#include "proof/toy_space.hpp"
#include "redline/core/decide.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

namespace {

using namespace redline_test;
using namespace redline::proof;

/// A set of the requests of a small space, one bit for each.
using request_set = std::vector<bool>;

bool includes(request_set const& all, request_set const& some)
{
    for (std::size_t i = 0; i < all.size(); ++i)
        if (some[i] && !all[i]) return false;
    return true;
}

/// A random region and a random larger one, as diagrams and as sets of requests.
struct regions {
    explicit regions(std::uint64_t seed) : rng{seed}, toy{counts(rng)}, all{toy.all()}
    {
        set_operations const sets{toy.nodes()};
        auto const some = [&](std::size_t most) {
            node_ref f = 0;
            for (std::size_t i = rng() % most; i != 0; --i)
                f = sets.unite(f, diagram_of(toy.space(), toy.nodes(), toy.random_box(rng)));
            return f;
        };
        must = some(8);
        may = sets.unite(must, some(4));
    }
    static std::vector<std::uint32_t> counts(std::mt19937_64& rng)
    {
        std::vector<std::uint32_t> of(1 + rng() % 5);
        for (std::uint32_t& count : of) count = static_cast<std::uint32_t>(1 + rng() % (of.size() > 3 ? 3 : 5));
        return of;
    }
    request_set requests(box const& b) const
    {
        request_set found;
        for (cells const& at : all) found.push_back(contains(toy.space(), b, at.data()));
        return found;
    }
    request_set requests(node_ref f)
    {
        request_set found;
        for (cells const& at : all) found.push_back(value_at(toy.space(), toy.nodes(), f, at) == 1);
        return found;
    }

    std::mt19937_64 rng;
    toy_space toy;
    std::vector<cells> all;
    node_ref must = 0, may = 0;
};

request_set united(std::vector<request_set> const& sets, std::size_t without, std::size_t requests)
{
    request_set all(requests);
    for (std::size_t s = 0; s < sets.size(); ++s)
        for (std::size_t i = 0; s != without && i < requests; ++i) all[i] = all[i] || sets[s][i];
    return all;
}

void check_cover(regions& r, node_ref may, region_cover const& cover)
{
    REQUIRE(cover.complete);
    request_set const allowed = r.requests(may), due = r.requests(r.must);
    std::vector<request_set> sets;
    for (box const& b : cover.boxes) sets.push_back(r.requests(b));
    request_set const all = united(sets, sets.size(), r.all.size());
    CHECK(includes(all, due));
    CHECK(includes(allowed, all));
    for (std::size_t i = 0; i < sets.size(); ++i) {
        CHECK_FALSE(includes(united(sets, i, r.all.size()), due));  // it can't be left out
        for (variable const& v : r.toy.space().variables)
            for (std::uint32_t cell = 0; cell < v.cell_count; ++cell) {
                if (cover.boxes[i].admits(v, cell)) continue;
                box larger = cover.boxes[i];
                larger.set(v, cell, true);
                CHECK_FALSE(includes(allowed, r.requests(larger)));  // it is prime
            }
    }
}

/// The fewest boxes whose union is a region, by trying all: boxes are given as what they hold.
bool can_cover(std::vector<request_set> const& boxes, request_set const& left, std::size_t most)
{
    std::size_t first = 0;
    while (first < left.size() && !left[first]) ++first;
    if (first == left.size()) return true;
    if (most == 0) return false;
    for (request_set const& b : boxes) {
        if (!b[first]) continue;
        request_set rest = left;
        for (std::size_t i = 0; i < rest.size(); ++i) rest[i] = rest[i] && !b[i];
        if (can_cover(boxes, rest, most - 1)) return true;
    }
    return false;
}

/// The largest boxes that lie in a region: those that lie in no other.
std::vector<request_set> primes_of(regions const& r, request_set const& region)
{
    std::vector<box> some{box{r.toy.space()}};
    for (variable const& v : r.toy.space().variables) {
        std::vector<box> more;
        for (box const& b : some)
            for (std::uint32_t set = 1; set < std::uint32_t{1} << v.cell_count; ++set) {
                more.push_back(b);
                for (std::uint32_t cell = 0; cell < v.cell_count; ++cell)
                    more.back().set(v, cell, (set >> cell & 1) != 0);
            }
        some = std::move(more);
    }
    std::vector<request_set> within, largest;
    for (box const& b : some) {
        request_set holds = r.requests(b);
        if (includes(region, holds)) within.push_back(std::move(holds));
    }
    for (request_set const& b : within) {
        auto const larger = [&](request_set const& other) { return other != b && includes(other, b); };
        if (std::none_of(within.begin(), within.end(), larger)) largest.push_back(b);
    }
    return largest;
}

}  // namespace

TEST_CASE("covers are exact, of primes only, and nothing in them can be left out", "[proof][cover]")
{
    std::size_t const count = number_from("REDLINE_REGIONS", 3000);
    std::size_t boxes = 0, freed = 0;
    for (std::uint64_t seed = 1; seed <= count; ++seed) {
        INFO("seed " << seed);
        regions r{seed};
        cover_finder finder{r.toy.space(), r.toy.nodes()};
        region_cover const exact = finder.of(r.must);
        check_cover(r, r.must, exact);
        region_cover const free = finder.between(r.must, r.may);
        check_cover(r, r.may, free);
        boxes += exact.boxes.size();
        freed += exact.boxes.size() - std::min(exact.boxes.size(), free.boxes.size());
        CHECK(cover_finder{r.toy.space(), r.toy.nodes()}.of(r.must).boxes == exact.boxes);
    }
    CHECK(boxes > count);
    CHECK(freed > count / 20);
}

TEST_CASE("covers of small regions have as few boxes as there can be", "[proof][cover]")
{
    std::size_t const count = number_from("REDLINE_REGIONS", 3000) / 10;
    std::size_t looked_at = 0, found = 0, fewest = 0;
    for (std::uint64_t seed = 1; seed <= count; ++seed) {
        INFO("seed " << seed);
        regions r{seed};
        std::size_t const here = cover_finder{r.toy.space(), r.toy.nodes()}.of(r.must).boxes.size();
        if (r.all.size() > 40 || here > 6) continue;
        request_set const region = r.requests(r.must);
        std::vector<request_set> const boxes = primes_of(r, region);
        std::size_t least = 0;
        while (least < here && !can_cover(boxes, region, least)) ++least;
        ++looked_at;
        found += here;
        fewest += least;
    }
    // No promise for all regions, but it should be rare that there is a shorter way.
    CAPTURE(looked_at, found, fewest);
    CHECK(looked_at > count / 4);
    CHECK(found * 100 <= fewest * 102);
}

TEST_CASE("outcomes of random contracts are covered", "[proof][cover]")
{
    std::size_t const count = number_from("REDLINE_CONTRACTS", 300);
    std::size_t requests = 0;
    for (std::uint64_t seed = 1; seed <= count; ++seed) {
        std::mt19937_64 rng{seed};
        contract const loaded = load(print(redline_oracle::generate_contract(rng)));
        INFO("seed " << seed);
        REQUIRE(loaded.ok);
        contract_proof proof{loaded.rules};
        space const& in = proof.requests();
        redline::request_memory request{loaded.rules, 1};
        redline::workspace work{loaded.rules};
        cover_finder finder{in, proof.nodes()};
        auto const use = static_cast<std::uint32_t>(rng() % in.uses.size);
        node_ref const root = proof.proves().outcome_for(use);
        std::vector<region_cover> covers;
        for (unsigned o = 0; o < 3; ++o) covers.push_back(finder.of(proof.proves().among(root, std::uint64_t{1} << o)));
        for (int i = 0; i < 40; ++i) {
            cells at;
            for (variable const& v : in.variables) at.push_back(static_cast<std::uint32_t>(rng() % v.cell_count));
            give_cells(in, at.data(), in.uses[use], 0, request.view());
            auto const outcome = static_cast<unsigned>(decide(loaded.rules, request.view(), work.view()).outcome);
            for (unsigned o = 0; o < 3; ++o) {
                if (!covers[o].complete) continue;
                ++requests;
                bool inside = false;
                for (box const& b : covers[o].boxes) inside = inside || contains(in, b, at.data());
                CHECK(inside == (o == outcome));
            }
        }
    }
    CHECK(requests > count * 40 * 2);
}

TEST_CASE("what takes too many boxes or steps says so", "[proof][cover]")
{
    // Whether an odd number of flags is true takes a box for every request.
    toy_space toy{std::vector<std::uint32_t>(20, 2)};
    node_ref odd = 0, even = 1;
    for (std::uint32_t v = 20; v-- != 0;) {
        node_ref const next = toy.nodes().make(v, odd, even);
        even = toy.nodes().make(v, even, odd);
        odd = next;
    }
    region_cover const many = cover_finder{toy.space(), toy.nodes()}.of(odd);
    CHECK_FALSE(many.complete);
    CHECK(many.boxes.size() == 200);
    box_look look{toy.space(), toy.nodes()};
    for (box const& b : many.boxes) CHECK(look.lies_in(b, odd));
    region_cover const brief = cover_finder{toy.space(), toy.nodes(), {200, 50}}.of(odd);
    CHECK_FALSE(brief.complete);
    CHECK(brief.boxes.size() < 50);

    toy_space tight{std::vector<std::uint32_t>(20, 2), {1024, 300}};
    odd = 0, even = 1;
    for (std::uint32_t v = 20; v-- != 0;) {
        node_ref const next = tight.nodes().make(v, odd, even);
        even = tight.nodes().make(v, even, odd);
        odd = next;
    }
    CHECK_FALSE(cover_finder{tight.space(), tight.nodes()}.of(odd).complete);
    CHECK(tight.nodes().full());
}

TEST_CASE("the whole space is one box without literals, and nothing is none", "[proof][cover]")
{
    toy_space toy{{2, 3}};
    cover_finder finder{toy.space(), toy.nodes()};
    CHECK(finder.of(0).boxes.empty());
    CHECK(finder.of(0).complete);
    region_cover const all = finder.of(1);
    REQUIRE(all.boxes.size() == 1);
    CHECK(all.boxes.front().literals(toy.space()) == 0);
}
