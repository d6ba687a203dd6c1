// The head of a decision log: how many records it has and the hash of the last, signed; who holds it finds a tail cut off.
#pragma once

#include "canonical_json.hpp"
#include "log_chain.hpp"
#include "moment.hpp"

#include <charconv>
#include <optional>

namespace redline::inline v0_1::record {

/// Where a log stood at some time. One that is kept elsewhere finds whatever was done to the records up to there.
struct log_head {
    record_hash origin{};     // random, of this log and no other: what the first record comes after
    std::uint64_t count = 0;  // records since the beginning, those in closed files included
    record_hash hash{};       // of the last one; the origin where there is none
    std::uint64_t file = 0;   // how many files were closed before the one that it stands in
    std::uint64_t size = 0;   // bytes of that file up to there
    case_time at = 0;         // of the last record
    std::optional<public_key> key;
    std::optional<record::signature> signed_by_key;

    friend bool operator==(log_head const&, log_head const&) = default;

    /// The bytes that are signed: domain, version, and every member but the signature. Allocates.
    std::string statement() const
    {
        field_writer fields;
        fields.add("redline log head");
        fields.add(std::uint64_t{1});
        fields.add(bytes_of(origin));
        fields.add(count);
        fields.add(bytes_of(hash));
        fields.add(file);
        fields.add(size);
        fields.add(at);
        return fields.bytes();
    }
    /// Signs it, in place of any signature before.
    void sign(signing_key const& with)
    {
        key = with.public_key();
        signed_by_key = with.sign(statement());
    }
    /// Whether it is signed, by the key that it names. Whether that key is the right one is for the caller to say.
    bool is_signed() const { return key && signed_by_key && is_signed_by(*key, statement(), *signed_by_key); }

    /// The head as a line of canonical JSON, with its line break. Allocates; throws `no_canonical_json` behind 2^53 - 1.
    std::string text() const
    {
        canonical_object o;
        o.add("at", std::string_view{moment_text(at)}).add("count", count).add("file", file);
        o.add("hash", std::string_view{to_hex(hash)}).add("origin", std::string_view{to_hex(origin)});
        if (key) o.add("key", std::string_view{to_hex(*key)});
        if (signed_by_key) o.add("signature", std::string_view{to_hex(*signed_by_key)});
        o.add("size", size).add("log", std::string_view{"redline 1"});
        return o.text() + "\n";
    }

private:
    static std::string_view bytes_of(record_hash const& hash)
    {
        return {reinterpret_cast<char const*>(hash.data()), hash.size()};
    }
};

namespace detail {

/// Internal: reads a head by what must stand next.
class head_reader {
public:
    explicit head_reader(std::string_view text) noexcept : rest_{text} {}

    bool word(std::string_view due)
    {
        if (rest_.substr(0, due.size()) != due) return false;
        rest_.remove_prefix(due.size());
        return true;
    }
    bool number(std::uint64_t& to)
    {
        auto const [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), to);
        if (error != std::errc{}) return false;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return true;
    }
    template <std::size_t N>
    bool digits(std::array<unsigned char, N>& to)
    {
        auto const bytes = from_hex<N>(rest_.substr(0, 2 * N));
        if (!bytes) return false;
        to = *bytes;
        rest_.remove_prefix(2 * N);
        return true;
    }
    bool moment(case_time& to)
    {
        std::optional<case_time> const t = read_moment(rest_.substr(0, 20));
        if (!t) return false;
        to = *t;
        rest_.remove_prefix(20);
        return true;
    }

private:
    std::string_view rest_;
};

}  // namespace detail

/// Reads a head from its line; none where it is anything but what `log_head::text` writes, to the last byte. Whether it is
/// signed is another question. Allocates.
inline std::optional<log_head> read_head(std::string_view text)
{
    log_head h;
    detail::head_reader r{text};
    bool ok = r.word("{\"at\":\"") && r.moment(h.at) && r.word("\",\"count\":") && r.number(h.count) &&
              r.word(",\"file\":") && r.number(h.file) && r.word(",\"hash\":\"") && r.digits(h.hash) && r.word("\",");
    if (ok && r.word("\"key\":\"")) ok = r.digits(h.key.emplace()) && r.word("\",");
    ok = ok && r.word("\"log\":\"redline 1\",\"origin\":\"") && r.digits(h.origin) && r.word("\",");
    if (ok && r.word("\"signature\":\"")) ok = r.digits(h.signed_by_key.emplace()) && r.word("\",");
    ok = ok && r.word("\"size\":") && r.number(h.size) && r.word("}\n");
    // Whatever else would be read as the same, such as capital digits, is none.
    if (!ok || h.count > largest_json_integer || h.file > largest_json_integer || h.size > largest_json_integer ||
        h.text() != text)
        return std::nullopt;
    return h;
}

}  // namespace redline::inline v0_1::record
