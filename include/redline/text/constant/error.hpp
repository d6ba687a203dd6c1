// A diagnostic as a compile error that can be read: its line, column and message, on every compiler.
#pragma once

#include "../message.hpp"

#include <utility>

namespace redline {

/// Never defined: naming it makes the compiler print its arguments, which are what is wrong with a contract.
template <auto... Message>
struct contract_error;

namespace text::constant {

// How they are shown: `contract_error<at_line{3}, at_column{14}, words{"…"}, …>`.
struct at_line {
    std::uint32_t line;
};
struct at_column {
    std::uint32_t column;
};

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
/// Writes a message, and where it is of several texts, which of them it speaks of: `Wrong` then names them.
template <class Wrong, class Out>
constexpr void write_whole(Out& out, diagnostic const& d) noexcept
{
    if constexpr (requires { Wrong::name_of(0u); }) {
        if (d.where.source != 0) {
            out << "in the import ";
            out.quote(Wrong::name_of(d.where.source));
            out << ": ";
        }
        write_message(out, d);
        if (d.applied.line == 0) return;
        out << "; applied through line ";
        out << std::uint64_t{d.applied.line};
        if (d.applied.source == 0) return;
        out << " of the import ";
        out.quote(Wrong::name_of(d.applied.source));
    }
    else write_message(out, d);
}
/// In ASCII, or compilers show numbers: what else stands in a message, such as "…", becomes dots.
template <class Wrong>
constexpr fixed_message message_of(diagnostic const& d) noexcept
{
    fixed_message m{};
    message_writer out{m.text, message_room};
    out << text_of(d.is).view() << ": ";
    write_whole<Wrong>(out, d);
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

/// Gathers the pieces of a message and names `contract_error` with them.
template <auto const& Message, std::uint32_t From, auto... Pieces>
constexpr bool show_pieces() noexcept
{
    if constexpr (From == Message.length) return sizeof(contract_error<Pieces...>) != 0;
    else {
        constexpr std::uint32_t end = end_of_piece(Message, From);
        return show_pieces<Message, end, Pieces..., piece_of<end - From>(Message, From)>();
    }
}

#if defined(__clang__) && __clang_major__ < 16
// Older clangs show character arrays as numbers. They do show string literals that a call is given, and characters one by
// one: there the message is shown as a call with its fixed pieces, and names and numbers in their order as types.

/// A name that stands in the contract, or a number of a message.
template <char... Characters>
struct name;
template <std::uint64_t Number>
struct number;
/// Where it is wrong, and the names and numbers that belong in the message.
template <std::uint32_t Line, std::uint32_t Column, class... NamesAndNumbers>
struct contract_error_with;

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
template <class Wrong>
constexpr message_pieces pieces_of(diagnostic const& d) noexcept
{
    message_pieces pieces{};
    write_whole<Wrong>(pieces, d);
    return pieces;
}

template <auto const& Pieces, std::uint32_t Piece, std::size_t... I>
name<Pieces.of[Piece].name[I]...> name_at(std::index_sequence<I...>);

template <auto const& Pieces, std::uint32_t Line, std::uint32_t Column, std::uint32_t Piece, class... Shown>
constexpr bool show_names() noexcept
{
    if constexpr (Piece == Pieces.size) return sizeof(contract_error_with<Line, Column, Shown...>) != 0;
    else if constexpr (Pieces.of[Piece].literal != nullptr)
        return show_names<Pieces, Line, Column, Piece + 1, Shown...>();
    else if constexpr (Pieces.of[Piece].name.empty())
        return show_names<Pieces, Line, Column, Piece + 1, Shown..., number<Pieces.of[Piece].number>>();
    else
        return show_names<Pieces, Line, Column, Piece + 1, Shown...,
                          decltype(name_at<Pieces, Piece>(std::make_index_sequence<Pieces.of[Piece].name.size()>{}))>();
}

/// Not constexpr on purpose: the call below ends here, and is shown with its arguments.
inline void the_contract_is_wrong() noexcept {}
template <class... Pieces>
constexpr bool wrong_contract(unsigned, unsigned, unsigned, Pieces...) noexcept
{
    the_contract_is_wrong();
    return true;
}
template <auto const& Pieces, std::size_t... I>
constexpr bool show_literals(unsigned code, unsigned line, unsigned column, std::index_sequence<I...>) noexcept
{
    return wrong_contract(code, line, column, (Pieces.of[I].literal == nullptr ? "<name>" : Pieces.of[I].literal)...);
}
#endif

/// What is wrong, of a type that says so by `first`; shown by `show`.
template <class Wrong>
inline constexpr fixed_message message_for = message_of<Wrong>(*Wrong::first());

#if defined(__clang__) && __clang_major__ < 16
template <class Wrong>
inline constexpr message_pieces pieces_for = pieces_of<Wrong>(*Wrong::first());
#endif

/// Stops the compiler at what is wrong.
template <class Wrong>
constexpr void show() noexcept
{
    [[maybe_unused]] constexpr diagnostic const& d = *Wrong::first();
#if defined(__cpp_static_assert) && __cpp_static_assert >= 202306L
    static_assert(sizeof(Wrong) == 0, message_for<Wrong>);
#elif defined(__clang__) && __clang_major__ < 16
    constexpr bool shown = show_literals<pieces_for<Wrong>>(static_cast<unsigned>(d.is), d.where.line, d.where.column,
                                                            std::make_index_sequence<pieces_for<Wrong>.size>{});
    show_names<pieces_for<Wrong>, d.where.line, d.where.column, 0>();
    static_cast<void>(shown);
#else
    show_pieces<message_for<Wrong>, 0, at_line{d.where.line}, at_column{d.where.column}>();
#endif
}

}  // namespace text::constant
}  // namespace redline
