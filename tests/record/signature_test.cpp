// Signatures of acts: the vectors of RFC 8032, what is signed, and every single change of it.
#include "redline/record/signature.hpp"
#include "redline/core/heap.hpp"
#include "redline/core/request_writer.hpp"
#include "support/catch.hpp"
#include "support/load.hpp"

#include <functional>
#include <set>

namespace {

using namespace redline::record;

struct vector {
    char const *seed, *key, *message, *signed_as;
};
// RFC 8032, 7.1: TEST 1, 2, 3 and SHA(abc).
constexpr vector vectors[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe246"
     "551"
     "41438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb"
     "00d"
     "291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc"
     "027"
     "beceea1ec40a"},
    {"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
     "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2"
     "a9a"
     "c94fa54ca49f",
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad"
     "9be"
     "f1177331a704"},
};

std::string bytes_of(std::string_view hex)
{
    std::string bytes(hex.size() / 2, '\0');
    sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), hex.data(), hex.size(), nullptr,
                   nullptr, nullptr);
    return bytes;
}

act_statement an_act()
{
    act_statement a;
    a.contract.bytes[0] = 1;
    a.subject.bytes[0] = 2;
    a.case_id = "case 7";
    a.asked_chain = "review";
    a.chain = "review";
    a.stage = "legal";
    a.act = "signed";
    a.person = "ann";
    a.role = "counsel";
    a.in_place_of = "officer";
    a.at = 1000;
    return a;
}

}  // namespace

TEST_CASE("the vectors of RFC 8032", "[record]")
{
    for (vector const& v : vectors) {
        signing_key const key{*from_hex<32>(v.seed)};
        std::string const message = bytes_of(v.message);
        CHECK(to_hex(key.public_key()) == v.key);
        CHECK(to_hex(key.sign(message)) == v.signed_as);
        CHECK(is_signed_by(key.public_key(), message, *from_hex<64>(v.signed_as)));
        CHECK_FALSE(is_signed_by(key.public_key(), message + "x", *from_hex<64>(v.signed_as)));
        CHECK(key.to_seed() == *from_hex<32>(v.seed));
    }
}

TEST_CASE("a signature over an act does not count for any other", "[record]")
{
    signing_key const key = signing_key::generate();
    act_statement const act = an_act();
    signature const s = key.sign(act);
    listed_key const listed[] = {{"ann", "counsel", key.public_key(), 500, 1500}};
    redline::array_view<listed_key> const keys{listed, 1};
    REQUIRE(verify(keys, act, s) == signature_fault::nothing);

    using change = std::function<void(act_statement&)>;
    change const changes[] = {
        [](act_statement& a) { a.contract.bytes[31] ^= 1; },
        [](act_statement& a) { a.subject.bytes[31] ^= 1; },
        [](act_statement& a) { a.case_id = "case 8"; },
        [](act_statement& a) { a.asked_chain = "exception"; },
        [](act_statement& a) { a.chain = "exception"; },
        [](act_statement& a) { a.stage = "safety"; },
        [](act_statement& a) { a.act = "refused"; },
        [](act_statement& a) { a.in_place_of = ""; },
        [](act_statement& a) { a.at = 1001; },
        // The same letters, cut otherwise.
        [](act_statement& a) { a.asked_chain = "revie", a.chain = "wreview"; },
        [](act_statement& a) { a.stage = "lega", a.act = "lsigned"; },
    };
    std::set<std::string> all{act.bytes()};
    for (change const& c : changes) {
        act_statement other = act;
        c(other);
        CHECK(verify(keys, other, s) == signature_fault::does_not_match);
        CHECK(all.insert(other.bytes()).second);
    }
    for (std::size_t i = 0; i < s.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            signature broken = s;
            broken[i] = static_cast<unsigned char>(broken[i] ^ 1u << bit);
            REQUIRE(verify(keys, act, broken) == signature_fault::does_not_match);
        }
    // Another person or another role, even where it has the same key listed.
    act_statement other = act;
    other.person = "bob";
    CHECK(verify(keys, other, s) == signature_fault::no_key);
    other = act;
    other.role = "officer";
    CHECK(verify(keys, other, s) == signature_fault::no_key);
    listed_key const shared[] = {{"bob", "counsel", key.public_key()}, {"ann", "officer", key.public_key()}};
    CHECK(verify({shared, 2}, other, s) == signature_fault::does_not_match);
    other = act;
    other.person = "bob";
    CHECK(verify({shared, 2}, other, s) == signature_fault::does_not_match);
}

TEST_CASE("a key counts from one time to another, both included", "[record]")
{
    signing_key const key = signing_key::generate();
    signing_key const next = signing_key::generate();
    listed_key const listed[] = {{"ann", "counsel", key.public_key(), 500, 1500},
                                 {"ann", "counsel", next.public_key(), 1501, redline::no_time}};
    auto const at = [&](signing_key const& by, redline::case_time t, std::uint32_t keys) {
        act_statement act = an_act();
        act.at = t;
        return verify({listed, keys}, act, by.sign(act));
    };
    CHECK(at(key, 499, 1) == signature_fault::not_yet);
    CHECK(at(key, 500, 1) == signature_fault::nothing);
    CHECK(at(key, 1500, 1) == signature_fault::nothing);
    CHECK(at(key, 1501, 1) == signature_fault::no_longer);
    CHECK(at(key, 1500, 2) == signature_fault::nothing);
    CHECK(at(next, 1500, 2) == signature_fault::does_not_match);
    CHECK(at(next, 1501, 2) == signature_fault::nothing);
    CHECK(at(key, 1501, 2) == signature_fault::does_not_match);
    CHECK(at(key, 1000, 0) == signature_fault::no_key);
}

TEST_CASE("what is signed of a request is what the sign-off rests on", "[record]")
{
    redline_test::contract const c = redline_test::load(R"(contract "T" version 1; party p; role a of p;
use x; use y; mission m; fact n is count; fact u is flag; fact d is any of v, w;
1 permit all lawful uses;
signoff review { stage s: a; rests on n, d; }
signoff whole { stage s: a; }
)");
    REQUIRE(c.ok);
    auto const digest = [&](std::uint32_t chain, std::function<void(redline::request_writer&)> const& fill) {
        redline::request_memory r{c.rules};
        redline::request_writer w{c.rules, r.view()};
        fill(w);
        redline::case_memory memory{c.rules, chain};
        REQUIRE(memory
                    .take(c.rules, {redline::chain_event_kind::opened, 1, redline::none, 0, redline::none,
                                    redline::none, &r.view()})
                    .taken());
        return to_hex(std::to_array(subject_digest(c.rules, memory.reading()).bytes));
    };
    using writer = redline::request_writer;
    auto const base = digest(0, [](writer& w) { w.use("x"), w.use("y"), w.fact("n", std::uint64_t{3}); });
    CHECK(digest(0, [](writer& w) { w.use("y"), w.use("x"), w.fact("n", std::uint64_t{3}), w.fact("u", true); }) ==
          base);
    CHECK(digest(0, [](writer& w) { w.use("y"), w.use("x"), w.fact("n", std::uint64_t{3}), w.date("2026-01-01"); }) ==
          base);
    CHECK(digest(0, [](writer& w) { w.use("x"), w.fact("n", std::uint64_t{3}); }) != base);
    CHECK(digest(0, [](writer& w) { w.use("x"), w.use("y.other"), w.fact("n", std::uint64_t{3}); }) != base);
    CHECK(digest(0, [](writer& w) { w.use("x"), w.use("y"), w.fact("n", std::uint64_t{4}); }) != base);
    CHECK(digest(0, [](writer& w) { w.use("x"), w.use("y"); }) != base);
    CHECK(digest(0, [](writer& w) { w.use("x"), w.use("y"), w.mission("m"), w.fact("n", std::uint64_t{3}); }) != base);
    CHECK(digest(0, [](writer& w) {
              w.use("x"), w.use("y"), w.fact("n", std::uint64_t{3}), w.fact_has("d", "w", false);
          }) != base);
    CHECK(digest(1, [](writer& w) { w.use("x"), w.use("y"), w.fact("n", std::uint64_t{3}); }) !=
          digest(1, [](writer& w) { w.use("x"), w.use("y"), w.fact("n", std::uint64_t{3}), w.fact("u", true); }));
}
