// What a signer signs: one act of a case, as bytes that mean nothing else.
#pragma once

#include "../core/chain/subject.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace redline::inline v0_1::record {

/// Writes fields so that different lists of fields are different bytes: of each its length, 8 bytes, the lowest first, and then
/// itself. Allocates.
class field_writer {
public:
    /// Adds a field of any bytes; it may be empty.
    void add(std::string_view field)
    {
        number(field.size());
        bytes_ += field;
    }
    /// Adds a number as a field of 8 bytes, the lowest first.
    void add(std::uint64_t value)
    {
        number(8);
        number(value);
    }
    /// All that was added, as bytes; empty where nothing was. Valid until the next field, or the end of the writer.
    std::string const& bytes() const noexcept { return bytes_; }

private:
    void number(std::uint64_t n)
    {
        for (int i = 0; i < 8; ++i, n >>= 8) bytes_ += static_cast<char>(static_cast<unsigned char>(n & 0xFF));
    }

    std::string bytes_;
};

namespace detail {

/// Internal: the path of a use or a mission of a request, with `.other` or as `unlisted`; empty where it is unknown.
inline std::string path_of(rule_set const& rules, requested_kind k, array_view<kind_entry> const& kinds)
{
    if (k.form == kind_form::unknown) return {};
    if (k.form == kind_form::unlisted) return "unlisted";
    std::string path{rules(kinds[k.index].path)};
    return k.form == kind_form::other ? path + ".other" : path;
}

}  // namespace detail

/// SHA-256 of what the sign-off of a case rests on: its uses in the order of their paths, its mission, and by name each fact
/// that it rests on and that was known, with its values. Language reference, "What a sign-off chain is". Two requests that the
/// case fits have one digest; what it does not rest on leaves no trace. The case has been opened. Allocates.
inline sha256_digest subject_digest(rule_set const& rules, case_reading const& c)
{
    field_writer fields;
    fields.add("redline subject");
    fields.add(std::uint64_t{1});
    std::vector<std::string> uses;
    for (std::uint32_t i = 0; i < c.head->use_count; ++i) uses.push_back(detail::path_of(rules, c.uses[i], rules.uses));
    std::sort(uses.begin(), uses.end());
    fields.add(uses.size());
    for (std::string const& u : uses) fields.add(u);
    fields.add(detail::path_of(rules, c.head->mission, rules.missions));
    for (std::uint32_t f = 0; f < rules.facts.size; ++f) {
        if (!rests_on(rules, c, f)) continue;
        fact_entry const& fact = rules.facts[f];
        for (std::uint32_t s = fact.slot; s < fact.slot + slots_of(fact); ++s) {
            if (c.known[s] == 0) continue;
            fields.add(rules(fact.name));
            fields.add(std::uint64_t{s - fact.slot});
            fields.add(c.values[s]);
        }
    }
    sha256 hash;
    hash.add(fields.bytes());
    return hash.finish();
}

/// One act of a case, by names: what a signature is over. Nothing of it may be empty but `role`, `in_place_of` and `stage`, for
/// acts that have none.
struct act_statement {
    sha256_digest contract{};
    sha256_digest subject{};  // see `subject_digest`
    std::string case_id;      // of one case and no other: a chain that is asked again is another case
    std::string asked_chain;  // the chain of the case
    std::string chain;        // whose stage it is: the same, or one that it escalated to
    std::string stage;
    std::string act;  // `name_of` its `chain_event_kind`
    std::string person;
    std::string role;
    std::string in_place_of;
    case_time at = 0;

    /// The bytes that are signed: domain, version, and every member. Allocates.
    std::string bytes() const
    {
        field_writer fields;
        fields.add("redline sign-off act");
        fields.add(std::uint64_t{1});
        for (sha256_digest const* d : {&contract, &subject})
            fields.add(std::string_view{reinterpret_cast<char const*>(d->bytes), sizeof d->bytes});
        for (std::string const* s : {&case_id, &asked_chain, &chain, &stage, &act, &person, &role, &in_place_of})
            fields.add(*s);
        fields.add(at);
        return fields.bytes();
    }
};

}  // namespace redline::inline v0_1::record
