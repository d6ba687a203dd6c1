// A diagnostic as a compile error that can be read: its line, column and message, on every compiler.
#pragma once

#include "shown.hpp"

namespace redline::inline v0_1 {

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
template <class Wrong>
constexpr fixed_message message_of(diagnostic const& d) noexcept
{
    return message_by([&](message_writer& out) {
        out << text_of(d.is).view() << ": ";
        write_whole<Wrong>(out, d);
    });
}

#if defined(__clang__) && __clang_major__ < 16
/// Where it is wrong, and the names and numbers that belong in the message.
template <std::uint32_t Line, std::uint32_t Column, class... NamesAndNumbers>
struct contract_error_with;
template <std::uint32_t Line, std::uint32_t Column>
struct contract_error_at {
    template <class... NamesAndNumbers>
    using with = contract_error_with<Line, Column, NamesAndNumbers...>;
};

template <class Wrong>
constexpr message_pieces pieces_of(diagnostic const& d) noexcept
{
    message_pieces pieces{};
    write_whole<Wrong>(pieces, d);
    return pieces;
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
    return wrong_contract(code, line, column, shown_literal(Pieces.of[I])...);
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
    show_names<contract_error_at<d.where.line, d.where.column>, pieces_for<Wrong>, 0>();
    static_cast<void>(shown);
#else
    show_pieces<contract_error, message_for<Wrong>, at_line{d.where.line}, at_column{d.where.column}>(
        piece_indices<message_for<Wrong>>{});
#endif
}

}  // namespace text::constant
}  // namespace redline::inline v0_1
