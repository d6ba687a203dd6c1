// How the records of a decision log hang together: a line each, and in each the hash of the line before.
#pragma once

#include "signature.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace redline::inline v0_1::record {

/// SHA-256 of a record: of its line, without the line break.
using record_hash = std::array<unsigned char, crypto_hash_sha256_BYTES>;

/// The hash of a record. Linear, does not allocate.
inline record_hash hash_of(std::string_view line) noexcept
{
    record_hash hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(line.data()), line.size());
    return hash;
}

namespace detail {

inline constexpr std::string_view before_link = "{\"after\":\"";
inline constexpr std::string_view behind_link = "\",";

/// Internal: a hash as 64 digits; `to` has room for them and a NUL.
inline void write_digits(char* to, record_hash const& hash) noexcept
{
    sodium_bin2hex(to, 2 * hash.size() + 1, hash.data(), hash.size());
}

}  // namespace detail

/// How long the beginning of a record's line is, which every record has: `{"after":"`, 64 digits, `",`.
inline constexpr std::size_t link_length =
    detail::before_link.size() + 2 * crypto_hash_sha256_BYTES + detail::behind_link.size();

/// Appends the line of a record that comes after the one with a hash, without a line break. `members` are the other members
/// of its object as canonical JSON, the names of all of which stand behind `after`: with the closing brace, without the
/// opening one.
inline void append_record(std::string& to, record_hash const& after, std::string_view members)
{
    char digits[2 * crypto_hash_sha256_BYTES + 1];
    detail::write_digits(digits, after);
    to.append(detail::before_link).append(digits, sizeof digits - 1).append(detail::behind_link).append(members);
}

/// What is wrong with a line, where it should stand after another.
enum class link_fault : std::uint8_t {
    nothing,
    no_record,    // it does not begin as a record does
    other_before  // it comes after another record than the one that stands before it
};

/// Goes from record to record and holds that each comes after the one before.
class chain_reader {
public:
    /// Starts with the hash of what the first line should come after; null where that is not known, and any will do.
    explicit chain_reader(record_hash const* after) noexcept : known_{after != nullptr}
    {
        if (known_) take_hash(*after);
    }
    /// The next line, without its line break. Linear, does not allocate.
    link_fault take(std::string_view line) noexcept
    {
        std::string_view const end = line.size() < link_length ? std::string_view{} : line.substr(link_length - 2, 2);
        if (end != detail::behind_link || line.substr(0, detail::before_link.size()) != detail::before_link ||
            line.back() != '}')
            return link_fault::no_record;
        std::string_view const digits = line.substr(detail::before_link.size(), sizeof digits_ - 1);
        if (known_ && digits != std::string_view{digits_, sizeof digits_ - 1}) return link_fault::other_before;
        known_ = true;
        take_hash(record::hash_of(line));
        return link_fault::nothing;
    }
    /// Of the last line; of what the first should come after where there was none. Nothing where that is not known.
    record_hash const& hash() const noexcept { return hash_; }
    /// Whether `hash` says something.
    bool known() const noexcept { return known_; }

private:
    void take_hash(record_hash const& hash) noexcept
    {
        hash_ = hash;
        detail::write_digits(digits_, hash_);
    }

    record_hash hash_{};
    char digits_[2 * crypto_hash_sha256_BYTES + 1] = {};
    bool known_;
};

}  // namespace redline::inline v0_1::record
