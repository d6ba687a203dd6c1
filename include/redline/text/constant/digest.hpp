// The digest of a contract in constant expressions: evaluated only where it is asked for, part by part.
#pragma once

#include "../digest_of_tokens.hpp"
#include "part.hpp"

namespace redline::text::constant {

/// The hash of a text up to the end of a part. Each part has an evaluation of its own, which goes on where the one before
/// it stopped: hashing costs compilers more steps than reading.
template <class Source, std::uint32_t Part>
inline constexpr sha256 hash_through = [] {
    sha256 hash{};
    if constexpr (Part != 0) hash = hash_through<Source, Part - 1>;
    bool first = Part == 0;
    add_tokens(hash, source_text<Source>, parts_of<Source>.of[Part].syntax.tokens, first);
    return hash;
}();

template <class Source>
inline constexpr sha256_digest digest_of = hash_through<Source, part_count<Source> - 1>.finish();

}  // namespace redline::text::constant
