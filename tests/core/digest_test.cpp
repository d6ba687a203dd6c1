// SHA-256: the known answers of FIPS 180-4, and the same as libsodium's for any length.
#include "redline/core/digest.hpp"
#include "support/both.hpp"
#include "support/catch.hpp"
#include "support/dump_conditions.hpp"

#include <sodium.h>

#include <random>
#include <string>

namespace {

constexpr redline::sha256_digest digest_of(std::string_view text)
{
    redline::sha256 hash;
    hash.add(text);
    return hash.finish();
}

constexpr redline::sha256_digest from_hex(std::string_view digits)
{
    auto const value = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
    redline::sha256_digest d{};
    for (unsigned i = 0; i < 32; ++i)
        d.bytes[i] = static_cast<std::uint8_t>(value(digits[2 * i]) << 4 | value(digits[2 * i + 1]));
    return d;
}

redline::sha256_digest sodium_digest(std::string const& text)
{
    redline::sha256_digest d{};
    crypto_hash_sha256(d.bytes, reinterpret_cast<unsigned char const*>(text.data()), text.size());
    return d;
}

std::string random_bytes(std::mt19937_64& random, std::size_t length)
{
    std::string text(length, '\0');
    for (char& c : text) c = static_cast<char>(random());
    return text;
}

}  // namespace

TEST_CASE("SHA-256 gives the known answers", "[core]")
{
    REDLINE_BOTH(digest_of("") == from_hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    REDLINE_BOTH(digest_of("abc") == from_hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    REDLINE_BOTH(digest_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
                 from_hex("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
    REDLINE_BOTH(
        digest_of("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmno"
                  "pqrstnopqrstu") == from_hex("cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"));
    CHECK(digest_of(std::string(1'000'000, 'a')) ==
          from_hex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    CHECK(redline_test::hex(digest_of("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("SHA-256 is libsodium's for every length", "[core]")
{
    REQUIRE(sodium_init() >= 0);
    std::mt19937_64 random{11};
    for (std::size_t length = 0; length <= 300; ++length)
        for (int round = 0; round < 3; ++round) {
            std::string const text = random_bytes(random, length);
            INFO("length " << length);
            REQUIRE(digest_of(text) == sodium_digest(text));
        }
}

TEST_CASE("a text may be hashed in pieces, and a digest taken on the way", "[core]")
{
    std::mt19937_64 random{12};
    for (int round = 0; round < 200; ++round) {
        std::string const text = random_bytes(random, random() % 500);
        redline::sha256 hash;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t const piece = 1 + random() % 90;
            hash.add(std::string_view{text}.substr(at, piece));
            at += piece;
            REQUIRE(hash.finish() == digest_of(std::string_view{text}.substr(0, at)));
        }
        REQUIRE(hash.finish() == sodium_digest(text));
    }
}
