// The members of a program's struct, as Boost.Hana tells of them.
#pragma once

#include "check.hpp"

#include <boost/hana/accessors.hpp>
#include <boost/hana/adapt_struct.hpp>
#include <boost/hana/at.hpp>
#include <boost/hana/concept/struct.hpp>
#include <boost/hana/define_struct.hpp>
#include <boost/hana/first.hpp>
#include <boost/hana/length.hpp>
#include <boost/hana/pair.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/string.hpp>
#include <boost/hana/tuple.hpp>

namespace redline::inline v0_1::typed {

namespace hana = boost::hana;

template <class Struct>
inline constexpr std::size_t member_count = decltype(hana::length(hana::accessors<Struct>()))::value;

/// One member of a struct: its name, its type, and how it is read.
template <class Struct, std::size_t Index>
struct member {
    using entry = std::remove_cvref_t<decltype(hana::at_c<Index>(hana::accessors<Struct>()))>;
    using name_type = std::remove_cvref_t<decltype(hana::first(std::declval<entry>()))>;
    using accessor = std::remove_cvref_t<decltype(hana::second(std::declval<entry>()))>;
    using type = std::remove_cvref_t<decltype(accessor{}(std::declval<Struct const&>()))>;

    static constexpr std::string_view name() noexcept
    {
        return {name_type::c_str(), decltype(hana::length(std::declval<name_type>()))::value};
    }
    static constexpr decltype(auto) of(Struct const& s) noexcept { return accessor{}(s); }
};

template <std::size_t Count>
struct member_list {
    described_member of[Count + 1] = {};
};

/// All members of a struct, in its order.
template <class Struct>
inline constexpr auto members_of = []<std::size_t... I>(std::index_sequence<I...>)
{
    return member_list<sizeof...(I)>{{{member<Struct, I>::name(), shape_of<typename member<Struct, I>::type>()}...}};
}
(std::make_index_sequence<member_count<Struct>>{});

}  // namespace redline::inline v0_1::typed
