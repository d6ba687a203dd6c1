// SHA-256 in constant expressions and at run time (FIPS 180-4): the digest of a contract.
#pragma once

#include <cstdint>
#include <string_view>

namespace redline::inline v0_1 {

/// A SHA-256 digest: 32 bytes, the first first.
struct sha256_digest {
    std::uint8_t bytes[32] = {};

    friend constexpr bool operator==(sha256_digest const&, sha256_digest const&) = default;
};

/// SHA-256 over pieces of text. Its whole state is a value, so that a long text can be hashed in several constant
/// evaluations, each starting with the state of the one before. Linear, constexpr, no heap.
class sha256 {
public:
    /// One more byte.
    constexpr void add(char c) noexcept
    {
        block_[used_++] = static_cast<std::uint8_t>(c);
        if (used_ == 64) mix();
    }
    /// More bytes.
    constexpr void add(std::string_view text) noexcept
    {
        for (char const c : text) add(c);
    }
    /// The digest of all that was added; more may be added after.
    constexpr sha256_digest finish() const noexcept
    {
        sha256 last = *this;
        std::uint64_t const bits = (length_ + used_) * 8;
        last.add(static_cast<char>(0x80));
        while (last.used_ != 56) last.add('\0');
        for (int shift = 56; shift >= 0; shift -= 8) last.add(static_cast<char>(bits >> shift & 0xFFu));
        sha256_digest d{};
        for (unsigned i = 0; i < 32; ++i)
            d.bytes[i] = static_cast<std::uint8_t>(last.state_[i / 4] >> (24 - 8 * (i % 4)));
        return d;
    }

private:
    constexpr void mix() noexcept
    {
        constexpr std::uint32_t k[64] = {
            0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
            0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
            0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
            0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
            0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
            0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
            0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
            0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
        std::uint32_t w[64] = {};
        for (unsigned i = 0; i < 16; ++i)
            w[i] = static_cast<std::uint32_t>(block_[4 * i]) << 24 |
                   static_cast<std::uint32_t>(block_[4 * i + 1]) << 16 |
                   static_cast<std::uint32_t>(block_[4 * i + 2]) << 8 | block_[4 * i + 3];
        // Rotations are written out: a call for each is most of what a compiler takes for a digest.
        for (unsigned i = 16; i < 64; ++i) {
            std::uint32_t const p = w[i - 15];
            std::uint32_t const q = w[i - 2];
            w[i] = w[i - 16] + ((p >> 7 | p << 25) ^ (p >> 18 | p << 14) ^ p >> 3) + w[i - 7] +
                   ((q >> 17 | q << 15) ^ (q >> 19 | q << 13) ^ q >> 10);
        }
        std::uint32_t a = state_[0], b = state_[1], c = state_[2], d = state_[3];
        std::uint32_t e = state_[4], f = state_[5], g = state_[6], h = state_[7];
        for (unsigned i = 0; i < 64; ++i) {
            std::uint32_t const t1 = h + ((e >> 6 | e << 26) ^ (e >> 11 | e << 21) ^ (e >> 25 | e << 7)) +
                                     ((e & f) ^ (~e & g)) + k[i] + w[i];
            std::uint32_t const t2 =
                ((a >> 2 | a << 30) ^ (a >> 13 | a << 19) ^ (a >> 22 | a << 10)) + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        state_[0] += a;
        state_[1] += b;
        state_[2] += c;
        state_[3] += d;
        state_[4] += e;
        state_[5] += f;
        state_[6] += g;
        state_[7] += h;
        length_ += 64;
        used_ = 0;
    }

    std::uint32_t state_[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                               0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::uint8_t block_[64] = {};
    std::uint64_t length_ = 0;
    std::uint32_t used_ = 0;
};

}  // namespace redline::inline v0_1
