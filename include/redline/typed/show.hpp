// A misfit as a compile error that can be read.
#pragma once

#include "misfit.hpp"

#include "../text/constant/shown.hpp"

namespace redline::inline v0_1 {

/// Never defined: naming it makes the compiler print its arguments, which are what does not fit.
template <auto... Message>
struct binding_error;

namespace typed {

using text::constant::fixed_message;
using text::constant::message_by;

template <class Wrong>
inline constexpr fixed_message message_for = message_by([](text::message_writer& out) {
    write_misfit(out, Wrong::first());
});

#if defined(__clang__) && __clang_major__ < 16
/// The names that belong in the message, in their order.
template <class... Names>
struct binding_error_with;
struct shown_names {
    template <class... Names>
    using with = binding_error_with<Names...>;
};

template <class Wrong>
inline constexpr text::constant::message_pieces pieces_for = [] {
    text::constant::message_pieces pieces{};
    write_misfit(pieces, Wrong::first());
    return pieces;
}();

/// Not constexpr on purpose: the call below ends here, and is shown with its arguments.
inline void the_struct_does_not_fit() noexcept {}
template <class... Pieces>
constexpr bool wrong_binding(Pieces...) noexcept
{
    the_struct_does_not_fit();
    return true;
}
template <auto const& Pieces, std::size_t... I>
constexpr bool show_literals(std::index_sequence<I...>) noexcept
{
    return wrong_binding(text::constant::shown_literal(Pieces.of[I])...);
}
#endif

/// Stops the compiler at the misfit that `Wrong::first()` gives.
template <class Wrong>
constexpr void show() noexcept
{
#if defined(__cpp_static_assert) && __cpp_static_assert >= 202306L
    static_assert(sizeof(Wrong) == 0, message_for<Wrong>);
#elif defined(__clang__) && __clang_major__ < 16
    constexpr bool shown = show_literals<pieces_for<Wrong>>(std::make_index_sequence<pieces_for<Wrong>.size>{});
    text::constant::show_names<shown_names, pieces_for<Wrong>, 0>();
    static_cast<void>(shown);
#else
    text::constant::show_pieces<binding_error, message_for<Wrong>>(text::constant::piece_indices<message_for<Wrong>>{});
#endif
}

}  // namespace typed
}  // namespace redline::inline v0_1
