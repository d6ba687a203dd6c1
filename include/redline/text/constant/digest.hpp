// The digest of a contract in constant expressions: evaluated only where it is asked for, part by part.
#pragma once

#include "../digest_of_tokens.hpp"
#include "drafts.hpp"

namespace redline::inline v0_1::text::constant {

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

/// The same of a draft, over the tokens of its texts as they are written, stretch by stretch.
template <class Draft, std::uint32_t Stretch>
inline constexpr sha256 hash_through_stretch = [] {
    sha256 hash{};
    if constexpr (Stretch != 0) hash = hash_through_stretch<Draft, Stretch - 1>;
    bool first = Stretch == 0;
    stretch const& s = stretches_of<Draft>.of[Stretch];
    syntax_view const& in = sources_of<Draft>::list[s.source].parts[s.part];
    add_tokens(hash, in.text, in.tokens + in.statements[s.first].first_token,
               in.tokens + in.statements[s.last - 1].last_token, first);
    return hash;
}();

template <class Source>
constexpr sha256 whole_hash() noexcept
{
    if constexpr (is_expanded<Source>) return hash_through_stretch<Source, stretch_count<Source> - 1>;
    else return hash_through<Source, part_count<Source> - 1>;
}

template <class Source>
inline constexpr sha256_digest digest_of = whole_hash<Source>().finish();

}  // namespace redline::inline v0_1::text::constant
