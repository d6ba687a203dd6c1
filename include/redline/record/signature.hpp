// Signatures of acts: Ed25519 by libsodium, and the keys that count for a person in a role. Link libsodium.
#pragma once

#include "statement.hpp"

#include <sodium.h>

#include <array>
#include <cstring>
#include <optional>
#include <stdexcept>

namespace redline::inline v0_1::record {

/// An Ed25519 public key, 32 bytes.
using public_key = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;
/// An Ed25519 signature, 64 bytes.
using signature = std::array<unsigned char, crypto_sign_BYTES>;

/// Starts libsodium, as often as one likes. Throws `std::runtime_error` where it can't start.
inline void start_cryptography()
{
    if (sodium_init() < 0) throw std::runtime_error{"libsodium could not be started"};
}

/// A signer's secret key, with its public one. Erased from memory when it is destroyed; moved, never copied.
class signing_key {
public:
    /// What a key grows from: 32 secret bytes. Whoever holds one should erase it after use.
    using seed = std::array<unsigned char, crypto_sign_SEEDBYTES>;

    /// A new key, from the system's source of randomness.
    static signing_key generate()
    {
        start_cryptography();
        seed s;
        randombytes_buf(s.data(), s.size());
        signing_key key{s};
        sodium_memzero(s.data(), s.size());
        return key;
    }
    /// The key that grows from a seed: the 32 bytes that RFC 8032 calls the private key.
    explicit signing_key(seed const& from)
    {
        start_cryptography();
        crypto_sign_seed_keypair(public_.data(), secret_.data(), from.data());
    }
    /// Takes the key over. The secret of `other` is erased: it must not sign any more.
    signing_key(signing_key&& other) noexcept : public_{other.public_}, secret_{other.secret_} { other.erase(); }
    signing_key& operator=(signing_key&&) = delete;
    ~signing_key() { erase(); }

    /// The public key, by which others check what this one signs.
    record::public_key const& public_key() const noexcept { return public_; }
    /// The seed again, to be kept in a file that only its owner can read.
    seed to_seed() const
    {
        seed s;
        crypto_sign_ed25519_sk_to_seed(s.data(), secret_.data());
        return s;
    }
    /// Signs bytes.
    signature sign(std::string_view bytes) const
    {
        signature s;
        crypto_sign_detached(s.data(), nullptr, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
                             secret_.data());
        return s;
    }
    /// Signs an act.
    signature sign(act_statement const& act) const { return sign(act.bytes()); }

private:
    void erase() noexcept { sodium_memzero(secret_.data(), secret_.size()); }

    record::public_key public_{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_{};
};

/// Whether a signature over bytes is by a key.
inline bool is_signed_by(public_key const& key, std::string_view bytes, signature const& s)
{
    start_cryptography();
    return crypto_sign_verify_detached(s.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
                                       key.data()) == 0;
}

/// A key that counts for a person, in a role, from one time to another, both included. `role` is empty for acts in no role:
/// withdrawing and recusing.
struct listed_key {
    std::string person, role;
    public_key key{};
    case_time from = 0;
    case_time until = no_time;
};

/// Why a signature does not count.
enum class signature_fault : std::uint8_t {
    nothing,        // it counts
    no_key,         // no key is listed for the person in that role
    not_yet,        // the key counts only from later on
    no_longer,      // the key no longer counted
    does_not_match  // no listed key signed this
};

/// A fault as a sentence, without a full stop. Never empty.
constexpr std::string_view sentence(signature_fault f) noexcept
{
    constexpr std::string_view sentences[] = {
        "the signature counts",
        "no key is listed for this person in this role",
        "the key that is listed for this person in this role did not count yet at that time",
        "the key that is listed for this person in this role no longer counted at that time",
        "the signature is not by a key of this person for this role, or not over this act: another contract, request, "
        "case, "
        "chain, stage, act, role or time",
    };
    return sentences[static_cast<unsigned>(f)];
}

/// Whether a signature over an act counts: it is by a key that is listed for that person in that role and counts at the act's
/// time. A person may have several keys, one after the other. Linear in the keys; allocates.
inline signature_fault verify(array_view<listed_key> const& keys, act_statement const& act, signature const& s)
{
    signature_fault why = signature_fault::no_key;
    std::string const bytes = act.bytes();
    for (listed_key const& k : keys) {
        if (k.person != act.person || k.role != act.role) continue;
        bool const in_time = k.from <= act.at && act.at <= k.until;
        if (in_time && is_signed_by(k.key, bytes, s)) return signature_fault::nothing;
        signature_fault const here = in_time           ? signature_fault::does_not_match
                                     : act.at < k.from ? signature_fault::not_yet
                                                       : signature_fault::no_longer;
        if (why != signature_fault::does_not_match) why = here;
    }
    return why;
}

/// Bytes as lower-case hexadecimal digits, two for each. Allocates.
template <std::size_t N>
std::string to_hex(std::array<unsigned char, N> const& bytes)
{
    std::string text(2 * N + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), N);
    text.pop_back();
    return text;
}
/// The bytes of exactly as many hexadecimal digits, or none.
template <std::size_t N>
std::optional<std::array<unsigned char, N>> from_hex(std::string_view text)
{
    std::array<unsigned char, N> bytes{};
    std::size_t length = 0;
    if (text.size() != 2 * N ||
        sodium_hex2bin(bytes.data(), N, text.data(), text.size(), nullptr, &length, nullptr) != 0 || length != N)
        return std::nullopt;
    return bytes;
}

}  // namespace redline::inline v0_1::record
