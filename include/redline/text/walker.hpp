// The engine for constant expressions: walks the very expressions that X3 runs.
#pragma once

#include "grammar.hpp"
#include "reader.hpp"

namespace redline::inline v0_1::text::walker {

/// What a walk carries: the token it stands at, and the builder.
struct cursor {
    token const* at;
    builder* to;
};

// One overload for each of X3's combinators that the grammar uses. An attempt that fails leaves the cursor where it was
// only where an alternative, an option or a repetition needs it: everything else fails as a whole.

template <class Parser>
constexpr auto run(Parser const& parser, cursor& c) noexcept -> decltype(parser.step(c.at, *c.to))
{
    return parser.step(c.at, *c.to);
}
template <class L, class R>
constexpr bool run(x3::sequence<L, R> const& p, cursor& c) noexcept;
template <class P1, class P2, class P3>
constexpr bool run(x3::sequence<x3::sequence<P1, P2>, P3> const& p, cursor& c) noexcept;
template <class P1, class P2, class P3, class P4>
constexpr bool run(x3::sequence<x3::sequence<x3::sequence<P1, P2>, P3>, P4> const& p, cursor& c) noexcept;
template <class P1, class P2, class P3, class P4, class P5>
constexpr bool run(x3::sequence<x3::sequence<x3::sequence<x3::sequence<P1, P2>, P3>, P4>, P5> const& p,
                   cursor& c) noexcept;
template <class L, class R>
constexpr bool run(x3::alternative<L, R> const& p, cursor& c) noexcept;
template <class P1, class P2, class P3>
constexpr bool run(x3::alternative<x3::alternative<P1, P2>, P3> const& p, cursor& c) noexcept;
template <class P1, class P2, class P3, class P4>
constexpr bool run(x3::alternative<x3::alternative<x3::alternative<P1, P2>, P3>, P4> const& p, cursor& c) noexcept;
template <class S>
constexpr bool run(x3::kleene<S> const& p, cursor& c) noexcept;
template <class S>
constexpr bool run(x3::optional<S> const& p, cursor& c) noexcept;
template <class L, class R>
constexpr bool run(x3::list<L, R> const& p, cursor& c) noexcept;
constexpr bool run(decltype(grammar::negation) const&, cursor& c) noexcept;
constexpr bool run(decltype(grammar::condition) const&, cursor& c) noexcept;

template <class L, class R>
constexpr bool run(x3::sequence<L, R> const& p, cursor& c) noexcept
{
    return run(p.left, c) && run(p.right, c);
}
// Sequences and alternatives lean to the left, and calls are what constant evaluation is slow at: longer ones are walked
// in one call.
template <class P1, class P2, class P3>
constexpr bool run(x3::sequence<x3::sequence<P1, P2>, P3> const& p, cursor& c) noexcept
{
    return run(p.left.left, c) && run(p.left.right, c) && run(p.right, c);
}
template <class P1, class P2, class P3, class P4>
constexpr bool run(x3::sequence<x3::sequence<x3::sequence<P1, P2>, P3>, P4> const& p, cursor& c) noexcept
{
    return run(p.left.left.left, c) && run(p.left.left.right, c) && run(p.left.right, c) && run(p.right, c);
}
template <class P1, class P2, class P3, class P4, class P5>
constexpr bool run(x3::sequence<x3::sequence<x3::sequence<x3::sequence<P1, P2>, P3>, P4>, P5> const& p,
                   cursor& c) noexcept
{
    auto const& first = p.left.left.left;
    return run(first.left, c) && run(first.right, c) && run(p.left.left.right, c) && run(p.left.right, c) &&
           run(p.right, c);
}
template <class L, class R>
constexpr bool run(x3::alternative<L, R> const& p, cursor& c) noexcept
{
    token const* const start = c.at;
    if (run(p.left, c)) return true;
    c.at = start;
    return run(p.right, c);
}
template <class P1, class P2, class P3>
constexpr bool run(x3::alternative<x3::alternative<P1, P2>, P3> const& p, cursor& c) noexcept
{
    token const* const start = c.at;
    if (run(p.left.left, c)) return true;
    c.at = start;
    if (run(p.left.right, c)) return true;
    c.at = start;
    return run(p.right, c);
}
template <class P1, class P2, class P3, class P4>
constexpr bool run(x3::alternative<x3::alternative<x3::alternative<P1, P2>, P3>, P4> const& p, cursor& c) noexcept
{
    token const* const start = c.at;
    if (run(p.left.left.left, c)) return true;
    c.at = start;
    if (run(p.left.left.right, c)) return true;
    c.at = start;
    if (run(p.left.right, c)) return true;
    c.at = start;
    return run(p.right, c);
}
template <class S>
constexpr bool run(x3::kleene<S> const& p, cursor& c) noexcept
{
    token const* start = c.at;
    while (run(p.subject, c)) start = c.at;
    c.at = start;
    return true;
}
template <class S>
constexpr bool run(x3::optional<S> const& p, cursor& c) noexcept
{
    token const* const start = c.at;
    if (!run(p.subject, c)) c.at = start;
    return true;
}
template <class L, class R>
constexpr bool run(x3::list<L, R> const& p, cursor& c) noexcept
{
    if (!run(p.left, c)) return false;
    token const* start = c.at;
    while (run(p.right, c) && run(p.left, c)) start = c.at;
    c.at = start;
    return true;
}
constexpr bool run(decltype(grammar::negation) const&, cursor& c) noexcept { return run(grammar::negation_def, c); }
constexpr bool run(decltype(grammar::condition) const&, cursor& c) noexcept { return run(grammar::condition_def, c); }

}  // namespace redline::inline v0_1::text::walker

namespace redline::inline v0_1::text {

/// The walker as an engine of `reader`: in constant expressions, and at run time where it is compared with Spirit's.
struct walking_engine {
    static constexpr bool parse(sentence what, token const*& at, token const*, builder& to) noexcept
    {
        walker::cursor c{at, &to};
        bool const read = what == sentence::statement   ? walker::run(grammar::statement, c)
                          : what == sentence::header    ? walker::run(grammar::header, c)
                          : what == sentence::amended   ? walker::run(grammar::amended, c)
                          : what == sentence::amendment ? walker::run(grammar::amendment, c)
                                                        : walker::run(grammar::language, c);
        at = c.at;
        return read;
    }
};

}  // namespace redline::inline v0_1::text
