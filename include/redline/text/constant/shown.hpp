// A message in the form in which compilers print it: pieces as template arguments, or as arguments of a call.
#pragma once

#include "../message.hpp"

#include <utility>

namespace redline::inline v0_1::text::constant {

/// A piece of a message. Compilers show character arrays as text only where they are short and full.
template <std::uint32_t N>
struct words {
    char text[N + 1];
};
inline constexpr std::uint32_t longest_piece = 35;

/// A message in memory of fixed size, for constant evaluation.
struct fixed_message {
    char text[message_room] = {};
    std::uint32_t length = 0;

    // What a `static_assert` asks of a message.
    constexpr std::size_t size() const noexcept { return length; }
    constexpr char const* data() const noexcept { return text; }
};
/// What `write` writes, in ASCII, or compilers show numbers: what else stands in a message, such as "…", becomes dots.
template <class Write>
constexpr fixed_message message_by(Write const& write) noexcept
{
    fixed_message m{};
    message_writer out{m.text, message_room};
    write(out);
    m.length = static_cast<std::uint32_t>(out.text().size());
    for (std::uint32_t i = 0; i < m.length; ++i)
        if (static_cast<unsigned char>(m.text[i]) >= 0x80) m.text[i] = '.';
    return m;
}
/// Where the piece of a message that begins at `from` ends: behind the last space that fits, or where it is full.
constexpr std::uint32_t end_of_piece(fixed_message const& m, std::uint32_t from) noexcept
{
    if (m.length - from <= longest_piece) return m.length;
    for (std::uint32_t end = from + longest_piece; end != from; --end)
        if (m.text[end - 1] == ' ') return end;
    return from + longest_piece;
}
template <std::uint32_t N>
constexpr words<N> piece_of(fixed_message const& m, std::uint32_t from) noexcept
{
    words<N> w{};
    for (std::uint32_t i = 0; i < N; ++i) w.text[i] = m.text[from + i];
    w.text[N] = '\0';  // written out, or clang shows numbers
    return w;
}

/// Where each piece of a message begins, and where the last one ends.
struct piece_bounds {
    std::uint32_t of[message_room] = {};
    std::uint32_t count = 0;
};
template <auto const& Message>
inline constexpr piece_bounds bounds_of = [] {
    piece_bounds bounds{};
    for (std::uint32_t at = 0; at != Message.length; at = end_of_piece(Message, at)) bounds.of[bounds.count++] = at;
    bounds.of[bounds.count] = Message.length;
    return bounds;
}();

/// Names `Error`, a template that is not defined, with the pieces of a message behind what goes before. All at once: what
/// calls itself for each piece is shown by compilers once for each.
template <template <auto...> class Error, auto const& Message, auto... Before, std::size_t... I>
constexpr bool show_pieces(std::index_sequence<I...>) noexcept
{
    return sizeof(Error<Before..., piece_of<bounds_of<Message>.of[I + 1] - bounds_of<Message>.of[I]>(
                                       Message, bounds_of<Message>.of[I])...>) != 0;
}
template <auto const& Message>
using piece_indices = std::make_index_sequence<bounds_of<Message>.count>;

#if defined(__clang__) && __clang_major__ < 16
// Older clangs show character arrays as numbers. They do show string literals that a call is given, and characters one by
// one: there the message is shown as a call with its fixed pieces, and names and numbers in their order as types.

/// A name that stands in the contract, or a number of a message.
template <char... Characters>
struct name;
template <std::uint64_t Number>
struct number;

/// A piece of a message: a literal, a name of the contract, or a number.
struct message_piece {
    char const* literal = nullptr;
    std::string_view name{};
    std::uint64_t number = 0;
};
/// How much is shown of what was put together for a message: older clangs show each character by itself.
inline constexpr std::size_t longest_put_together = 400;
/// Takes a message apart, where `message_writer` puts it together.
struct message_pieces {
    message_piece of[40] = {};
    std::uint32_t size = 0;

    constexpr message_pieces& operator<<(std::string_view literal) noexcept
    {
        of[size++].literal = literal.data();
        return *this;
    }
    constexpr message_pieces& operator<<(std::uint64_t n) noexcept
    {
        of[size++].number = n;
        return *this;
    }
    constexpr message_pieces& put_together(std::string_view s) noexcept
    {
        of[size++].name = s.substr(0, longest_put_together);
        return *this;
    }
    constexpr message_pieces& quote_word(std::string_view literal) noexcept { return *this << literal; }
    constexpr message_pieces& quote(std::string_view s) noexcept
    {
        of[size++].name = s.substr(0, 60);
        return *this;
    }
};

template <auto const& Pieces, std::uint32_t Piece, std::size_t... I>
name<Pieces.of[Piece].name[I]...> name_at(std::index_sequence<I...>);

/// Gathers the names and numbers of a message and names `Error::with`, a template that is not defined, with them.
template <class Error, auto const& Pieces, std::uint32_t Piece, class... Shown>
constexpr bool show_names() noexcept
{
    if constexpr (Piece == Pieces.size) return sizeof(typename Error::template with<Shown...>) != 0;
    else if constexpr (Pieces.of[Piece].literal != nullptr) return show_names<Error, Pieces, Piece + 1, Shown...>();
    else if constexpr (Pieces.of[Piece].name.empty())
        return show_names<Error, Pieces, Piece + 1, Shown..., number<Pieces.of[Piece].number>>();
    else
        return show_names<Error, Pieces, Piece + 1, Shown...,
                          decltype(name_at<Pieces, Piece>(std::make_index_sequence<Pieces.of[Piece].name.size()>{}))>();
}
/// What stands for a piece among the arguments of a call.
constexpr char const* shown_literal(message_piece const& p) noexcept
{
    return p.literal == nullptr ? "<name>" : p.literal;
}
#endif

}  // namespace redline::inline v0_1::text::constant
